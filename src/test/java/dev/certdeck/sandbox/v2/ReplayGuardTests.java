package dev.certdeck.sandbox.v2;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayGuardTests {

	private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

	private final ReplayGuard guard = new ReplayGuard(Duration.ofMinutes(5));

	@Test
	void sameNonceIsFreshForAnotherSecondOrAnotherCaller() {
		long second = NOW.getEpochSecond();
		assertThat(this.guard.first("a", second, 1, NOW)).isTrue();
		assertThat(this.guard.first("a", second, 1, NOW)).isFalse();
		assertThat(this.guard.first("a", second + 1, 1, NOW)).isTrue();
		assertThat(this.guard.first("b", second, 1, NOW)).isTrue();
		assertThat(this.guard.first("a", second, 2, NOW)).isTrue();
	}

	@Test
	void requestIsRememberedAsLongAsItsTimeIsGood() {
		long ahead = NOW.plusSeconds(300).getEpochSecond();
		assertThat(this.guard.first("a", ahead, 1, NOW)).isTrue();
		Instant last = NOW.plusSeconds(600);
		assertThat(this.guard.fresh(ahead, last)).isTrue();
		assertThat(this.guard.first("a", ahead, 1, last)).isFalse();
		assertThat(this.guard.fresh(ahead, last.plusMillis(1))).isFalse();
	}

	@Test
	void timeMayBeOffByTheSkewOnBothSides() {
		assertThat(this.guard.fresh(NOW.minusSeconds(300).getEpochSecond(), NOW)).isTrue();
		assertThat(this.guard.fresh(NOW.minusSeconds(301).getEpochSecond(), NOW)).isFalse();
		assertThat(this.guard.fresh(NOW.plusSeconds(301).getEpochSecond(), NOW)).isFalse();
	}

	@Test
	void absurdTimestampIsNotFresh() {
		assertThat(this.guard.fresh(Long.MAX_VALUE, NOW)).isFalse();
	}

}
