package dev.certdeck.certificate;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a call to the cloud fails.
 */
public class CloudException extends RuntimeException {

	private final Call call;

	private final CloudError error;

	private final boolean mayHaveTakenEffect;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error why it failed
	 * @param mayHaveTakenEffect whether the cloud may have carried the call out all the
	 * same
	 * @param cause the cause, if there is one
	 */
	public CloudException(Call call, CloudError error, boolean mayHaveTakenEffect, @Nullable Throwable cause) {
		super(error.message(), cause);
		this.call = call;
		this.error = error;
		this.mayHaveTakenEffect = mayHaveTakenEffect;
	}

	/**
	 * Returns why the call failed.
	 * @return the error
	 */
	public CloudError error() {
		return this.error;
	}

	/**
	 * Returns the kind of failure.
	 * @return the kind
	 */
	public Failure failure() {
		return this.error.failure();
	}

	/**
	 * Returns the call that failed.
	 * @return host and action
	 */
	public Call call() {
		return this.call;
	}

	/**
	 * Returns why the cloud refused, as far as that is known.
	 * @return the reason, {@link Reason#OTHER} if there is none that is known
	 */
	public Reason reason() {
		return this.error.reason();
	}

	/**
	 * Returns what the failure means to whoever has to fix it.
	 * @return the cloud's reason if that is known, else the kind of failure
	 */
	public Enum<?> meaning() {
		return (reason() != Reason.OTHER) ? reason() : failure();
	}

	/**
	 * Tells whether the cloud may have carried the call out although it failed here.
	 * @return {@code true} if the outcome of a write is not known
	 */
	public boolean mayHaveTakenEffect() {
		return this.mayHaveTakenEffect;
	}

	/**
	 * A call to the cloud.
	 *
	 * @param host the host that was called, with its port if it is not the usual one
	 * @param action the action of the API
	 */
	public record Call(String host, String action) {

	}

	/**
	 * The kinds of failure.
	 */
	public enum Failure {

		/**
		 * The cloud refused the call.
		 */
		REFUSED,

		/**
		 * The account's quota of calls is used up.
		 */
		THROTTLED,

		/**
		 * There was no answer, or only a server error.
		 */
		UNREACHABLE,

		/**
		 * There was an answer that can't be understood.
		 */
		UNINTELLIGIBLE

	}

	/**
	 * What an error of the cloud means to whoever has to fix it. The messages
	 * {@code cloud-exception.reason} say it in full; {@code OTHER} is any other error.
	 */
	public enum Reason {

		CREDENTIALS, CLOCK, PERMISSION, SERVICE_ROLE, NOT_FOUND, BOUND, ISSUED, WITHIN_HOUR, STATUS, LOOKUP_TIMEOUT,
		UNREADABLE_CERTIFICATE, KEY_MISMATCH, CHAIN, NO_AUTHORITY, ALGORITHM, ALREADY_HELD, TOO_MANY, RATE, INTERNAL,
		UNSUPPORTED, OTHER

	}

}
