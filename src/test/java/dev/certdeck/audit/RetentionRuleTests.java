package dev.certdeck.audit;

import java.time.Duration;
import java.time.Instant;

import dev.certdeck.audit.RetentionRule.Decision;
import dev.certdeck.audit.RetentionRule.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetentionRule}.
 */
class RetentionRuleTests {

	private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

	private static final Duration HOUR = Duration.ofHours(1);

	private final RetentionRule rule = new RetentionRule(Duration.ofDays(730));

	@ParameterizedTest
	@CsvSource({ "PT1H, SOUND", "P7D, SOUND", "PT-1H, SOUND", "P7DT1S, JUMPED", "P1095D, JUMPED", "P-8D, JUMPED" })
	void clockIsHeldAgainstTheTimeOfTheTrail(Duration step, Finding finding) {
		assertThat(decide(TrailTime.of(NOW), NOW.plus(step)).finding()).isEqualTo(finding);
	}

	@ParameterizedTest
	@CsvSource({ "P30D, P3D, SOUND", "P30D, P4D, JUMPED", "P1D, PT2H, SOUND", "P1D, PT3H, JUMPED" })
	void pauseIsATenthOfAShortRetention(Duration retention, Duration step, Finding finding) {
		Instant now = NOW.plus(step);
		assertThat(new RetentionRule(retention).decide(TrailTime.of(NOW), now, now).finding()).isEqualTo(finding);
	}

	@ParameterizedTest
	@CsvSource({ "PT10M, SOUND", "PT-10M, SOUND", "PT11M, CLOCKS_DIFFER", "P-365D, CLOCKS_DIFFER" })
	void clocksOfMachineAndDatabaseHaveToAgree(Duration difference, Finding finding) {
		Decision decision = this.rule.decide(TrailTime.of(NOW), NOW, NOW.plus(difference));
		assertThat(decision.finding()).isEqualTo(finding);
		assertThat(decision.trail()).isEqualTo(TrailTime.of(NOW));
	}

	@Test
	void longPauseIsBelievedAfterAWeekOfRunning() {
		TrailTime trail = TrailTime.of(NOW);
		Instant now = NOW.plus(Duration.ofDays(90));
		int looks = 0;
		for (; decide(trail, now).finding() == Finding.JUMPED; looks++) {
			trail = decide(trail, now).trail();
			now = now.plus(HOUR);
		}
		assertThat(looks).isEqualTo(7 * 24);
		trail = decide(trail, now).trail();
		assertThat(trail).isEqualTo(TrailTime.of(now));
		assertThat(decide(trail, now.plus(HOUR)).finding()).isEqualTo(Finding.SOUND);
	}

	@Test
	void restartsDoNotShortenTheWeek() {
		TrailTime trail = TrailTime.of(NOW);
		for (int start = 1; start <= 100; start++) {
			Instant now = NOW.plus(Duration.ofDays(90)).plus(Duration.ofDays(6L * start));
			Decision decision = decide(trail, now);
			assertThat(decision.finding()).isEqualTo(Finding.JUMPED);
			trail = decision.trail();
		}
	}

	@Test
	void everyFurtherJumpBeginsTheWeekAnew() {
		TrailTime followed = new TrailTime(NOW, NOW.plus(Duration.ofDays(90)), Duration.ofDays(6));
		assertThat(decide(followed, NOW.plus(Duration.ofDays(190))).trail().followed()).isZero();
		assertThat(decide(followed, NOW.plus(Duration.ofDays(80))).trail().followed()).isZero();
	}

	@Test
	void clockThatIsSetRightIsBelievedAtOnce() {
		TrailTime trail = decide(TrailTime.of(NOW), NOW.plus(Duration.ofDays(1095))).trail();
		assertThat(decide(trail, NOW.plus(HOUR))).isEqualTo(new Decision(Finding.SOUND, TrailTime.of(NOW.plus(HOUR))));
	}

	@Test
	void timeOfTheTrailDoesNotGoBack() {
		Instant earlier = NOW.minus(Duration.ofDays(6));
		assertThat(decide(TrailTime.of(NOW), earlier).trail()).isEqualTo(new TrailTime(NOW, earlier, Duration.ZERO));
	}

	private Decision decide(TrailTime trail, Instant now) {
		return this.rule.decide(trail, now, now);
	}

}
