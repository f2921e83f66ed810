package dev.certdeck.tencent;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * Limits of calls for tests.
 */
public final class TestLimits {

	private TestLimits() {
	}

	public static CallLimits generous() {
		return of(Duration.ofSeconds(20), Duration.ofSeconds(30), 2);
	}

	static CallLimits of(Duration responseTimeout, Duration callTimeout, int retries) {
		return new CallLimits(Duration.ofSeconds(10), responseTimeout, callTimeout, retries, Duration.ofMillis(2),
				10000, DataSize.ofMegabytes(1));
	}

}
