package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;

import dev.certdeck.certificate.CloudException;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the refresh and the result of the last one.
 *
 * @param phase what the refresh does
 * @param done how many certificates have been read in this phase
 * @param total how many there are, 0 until it is known
 * @param reason why the last refresh failed, absent if it did not
 * @param nextAt when the next refresh starts, absent while one runs
 */
public record RefreshStatus(Phase phase, int done, int total, @Nullable RefreshFailure reason,
		@Nullable Instant nextAt) {

	/**
	 * The status before the first refresh.
	 */
	static final RefreshStatus FIRST = new RefreshStatus(Phase.CERTIFICATES, 0, 0, null, null);

	private static final Duration USUAL_LENGTH = Duration.ofSeconds(10);

	/**
	 * Tells whether a refresh runs.
	 * @return {@code false} between two refreshes
	 */
	public boolean isRunning() {
		return this.phase != Phase.IDLE;
	}

	/**
	 * Returns the progress of the phase.
	 * @return percent from 0 to 100
	 */
	public int percent() {
		return (this.total <= 0) ? 0 : (int) Math.min(100, this.done * 100L / this.total);
	}

	/**
	 * Returns the time until the next refresh starts or, while one runs, until a page
	 * should ask again.
	 * @param now the present
	 * @return milliseconds, not negative
	 */
	public long millisUntilNext(Instant now) {
		return (this.nextAt != null) ? Math.max(0, Duration.between(now, this.nextAt).toMillis())
				: USUAL_LENGTH.toMillis();
	}

	/**
	 * Returns why the last refresh failed.
	 * @return the words for a page, absent if it did not fail
	 */
	public @Nullable String failure() {
		return (this.reason != null) ? this.reason.words() : null;
	}

	/**
	 * Returns the failed call.
	 * @return the failure of the call, absent if none failed
	 */
	public @Nullable CloudException cause() {
		return (this.reason != null) ? this.reason.cause() : null;
	}

	RefreshStatus in(Phase phase, int done, int total) {
		return new RefreshStatus(phase, done, total, this.reason, null);
	}

	static RefreshStatus ended(@Nullable RefreshFailure reason, Instant nextAt) {
		return new RefreshStatus(Phase.IDLE, 0, 0, reason, nextAt);
	}

	/**
	 * Describes a failure for a page. A library's own message goes only to the log.
	 * @param failure the failure
	 * @return the words
	 */
	static String words(RuntimeException failure) {
		return (failure instanceof CloudException) ? String.valueOf(failure.getMessage())
				: "Certdeck itself failed; its log says why";
	}

	/**
	 * What a refresh does.
	 */
	public enum Phase {

		/**
		 * Nothing until the next refresh.
		 */
		IDLE,

		/**
		 * Reads the list of certificates.
		 */
		CERTIFICATES,

		/**
		 * Asks which resources use them.
		 */
		USAGE

	}

}
