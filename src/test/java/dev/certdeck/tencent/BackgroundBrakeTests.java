package dev.certdeck.tencent;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BackgroundBrake}.
 */
class BackgroundBrakeTests {

	private final ManualTime time = new ManualTime();

	private final BackgroundBrake brake = new BackgroundBrake(this.time);

	@Test
	void isNotPulledAtFirst() {
		assertThat(this.brake.left()).isZero();
	}

	@Test
	void holdsForFiveSeconds() {
		this.brake.pull();
		assertThat(this.brake.left()).isEqualTo(Duration.ofSeconds(5));
		this.time.pass(Duration.ofSeconds(3));
		assertThat(this.brake.left()).isEqualTo(Duration.ofSeconds(2));
		this.time.pass(Duration.ofSeconds(3));
		assertThat(this.brake.left()).isZero();
	}

	@Test
	void holdsTwiceAsLongEachTimeUpToFiveMinutes() {
		for (int seconds : new int[] { 5, 10, 20, 40, 80, 160, 300, 300 }) {
			this.brake.pull();
			assertThat(this.brake.left()).isEqualTo(Duration.ofSeconds(seconds));
			this.time.pass(Duration.ofSeconds(seconds));
		}
	}

	@Test
	void pageThatIsRefusedMeanwhileMakesItLonger() {
		this.brake.pull();
		this.time.pass(Duration.ofSeconds(2));
		this.brake.pull();
		assertThat(this.brake.left()).isEqualTo(Duration.ofSeconds(10));
	}

	@Test
	void callsThatWereUnderWayTogetherCountOnce() {
		for (int i = 0; i < 4; i++) {
			this.brake.pull();
			this.time.pass(Duration.ofMillis(100));
		}
		assertThat(this.brake.left()).isEqualTo(Duration.ofMillis(4600));
	}

	@Test
	void forgetsAfterAQuietTime() {
		this.brake.pull();
		this.time.pass(Duration.ofSeconds(5));
		this.brake.pull();
		this.time.pass(Duration.ofSeconds(10).plus(Duration.ofMinutes(5)).plusNanos(1));
		this.brake.pull();
		assertThat(this.brake.left()).isEqualTo(Duration.ofSeconds(5));
	}

}
