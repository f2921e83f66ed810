package dev.certdeck.tencent;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the database, on which all replicas agree: a bucket gives nothing to a
 * replica whose own clock is behind. It is read once a minute.
 */
class DatabaseClock implements TimeMeter {

	private static final long BELIEVED_NANOS = Duration.ofMinutes(1).toNanos();

	private final LongSupplier database;

	private final LongSupplier nanoTime;

	private volatile @Nullable Reading last;

	/**
	 * Creates the clock.
	 * @param database asks the database for its time, in microseconds since 1970
	 * @param nanoTime the time of this process, of any origin
	 */
	DatabaseClock(LongSupplier database, LongSupplier nanoTime) {
		this.database = database;
		this.nanoTime = nanoTime;
	}

	@Override
	public long currentTimeNanos() {
		Reading reading = this.last;
		if (reading == null || this.nanoTime.getAsLong() - reading.at() > BELIEVED_NANOS) {
			reading = read();
			this.last = reading;
		}
		return reading.time() + this.nanoTime.getAsLong() - reading.at();
	}

	@Override
	public boolean isWallClockBased() {
		return true;
	}

	private Reading read() {
		long before = this.nanoTime.getAsLong();
		long time = Math.multiplyExact(this.database.getAsLong(), 1000);
		return new Reading(time, before + (this.nanoTime.getAsLong() - before) / 2);
	}

	/**
	 * What the clock showed.
	 *
	 * @param time the time of the database, in nanoseconds
	 * @param at the time of this process at that moment
	 */
	private record Reading(long time, long at) {

	}

}
