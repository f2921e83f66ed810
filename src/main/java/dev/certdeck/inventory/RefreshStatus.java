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
 * @param failure why the last refresh failed, absent if it did not
 * @param cause the failed call, absent if no call failed
 * @param nextAt when the next refresh starts, absent while one runs
 */
public record RefreshStatus(Phase phase, int done, int total, @Nullable String failure, @Nullable CloudException cause,
		@Nullable Instant nextAt) {

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

	RefreshStatus in(Phase phase, int done, int total) {
		return new RefreshStatus(phase, done, total, this.failure, this.cause, null);
	}

	static RefreshStatus ended(@Nullable RuntimeException failure, Instant nextAt) {
		return new RefreshStatus(Phase.IDLE, 0, 0, (failure != null) ? words(failure) : null,
				(failure instanceof CloudException cause) ? cause : null, nextAt);
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
