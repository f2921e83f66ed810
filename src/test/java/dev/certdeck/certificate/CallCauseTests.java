package dev.certdeck.certificate;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link CallCause}.
 */
class CallCauseTests {

	@Test
	void isThePageUnlessToldOtherwise() {
		assertThat(CallCause.current()).isEqualTo(CallCause.PAGE);
		assertThat(CallCause.background(CallCause::current)).isEqualTo(CallCause.BACKGROUND);
		assertThat(CallCause.current()).isEqualTo(CallCause.PAGE);
	}

	@Test
	void isPutBackAfterAFailure() {
		assertThatIllegalStateException().isThrownBy(() -> CallCause.background(() -> {
			throw new IllegalStateException();
		}));
		assertThat(CallCause.current()).isEqualTo(CallCause.PAGE);
	}

	@Test
	void backgroundInsideBackgroundLeavesTheOuterOne() {
		CallCause after = CallCause.background(() -> {
			CallCause.background(CallCause::current);
			return CallCause.current();
		});
		assertThat(after).isEqualTo(CallCause.BACKGROUND);
	}

	@Test
	void belongsToItsThread() {
		CallCause other = CallCause.background(
				() -> CompletableFuture.supplyAsync(CallCause::current, (task) -> new Thread(task).start()).join());
		assertThat(other).isEqualTo(CallCause.PAGE);
	}

}
