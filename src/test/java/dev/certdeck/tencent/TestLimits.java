package dev.certdeck.tencent;

import java.time.Duration;
import java.util.Map;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

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

	/**
	 * Creates calls that nothing slows down.
	 * @return the calls
	 */
	public static CloudCalls calls() {
		return calls(generous(), Map.of(), new CallMetrics(new SimpleMeterRegistry()));
	}

	static CloudCalls calls(CallLimits limits, Map<String, Integer> perMinute, CallMetrics metrics) {
		Quota quota = new Quota(limits.requestsPerSecond(), perMinute, limits.backgroundShare());
		RateLimiter rateLimiter = new RateLimiter(quota, new LocalBuckets(TimeMeter.SYSTEM_NANOTIME),
				BlockingStrategy.PARKING);
		return new CloudCalls(limits,
				new Turns(rateLimiter, new BackgroundBrake(System::nanoTime), BlockingStrategy.PARKING), metrics);
	}

	static CallLimits of(Duration responseTimeout, Duration callTimeout, int retries) {
		return new CallLimits(Duration.ofSeconds(10), responseTimeout, callTimeout, retries, Duration.ofMillis(2),
				10000, 100, DataSize.ofMegabytes(1));
	}

}
