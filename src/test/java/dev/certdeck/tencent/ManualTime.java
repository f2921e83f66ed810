package dev.certdeck.tencent;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;

/**
 * A time that passes when it is told to, and while somebody waits.
 */
final class ManualTime implements TimeMeter, LongSupplier, BlockingStrategy {

	private long nanos = Duration.ofDays(20_000).toNanos();

	@Override
	public long currentTimeNanos() {
		return this.nanos;
	}

	@Override
	public long getAsLong() {
		return this.nanos;
	}

	@Override
	public boolean isWallClockBased() {
		return true;
	}

	@Override
	public void park(long nanosToPark) {
		this.nanos += nanosToPark;
	}

	void pass(Duration time) {
		this.nanos += time.toNanos();
	}

}
