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
	 * Returns why the cloud said no, as far as that is understood.
	 * @return the reason, {@link Reason#OTHER} if there is none that is known
	 */
	public Reason reason() {
		return this.error.reason();
	}

	/**
	 * Returns what the failure means to whoever has to mend it.
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
	 * @param action the API's name for what was asked
	 */
	public record Call(String host, String action) {

	}

	/**
	 * The kinds of failure.
	 */
	public enum Failure {

		/**
		 * The cloud understood the call and said no.
		 */
		REFUSED,

		/**
		 * The account's quota of calls is used up for now.
		 */
		THROTTLED,

		/**
		 * There was no answer, or only that of a server in trouble.
		 */
		UNREACHABLE,

		/**
		 * There was an answer that can't be understood.
		 */
		UNINTELLIGIBLE

	}

	/**
	 * What an error of the cloud means to whoever has to mend it.
	 */
	public enum Reason {

		/**
		 * The key or its signature is not accepted.
		 */
		CREDENTIALS,

		/**
		 * The clock here and that of the cloud differ.
		 */
		CLOCK,

		/**
		 * The key lacks a permission.
		 */
		PERMISSION,

		/**
		 * The service role that looks for bound resources is not authorised.
		 */
		SERVICE_ROLE,

		/**
		 * The cloud holds no such certificate.
		 */
		NOT_FOUND,

		/**
		 * Resources use the certificate.
		 */
		BOUND,

		/**
		 * The certificate is issued and has to be revoked first.
		 */
		ISSUED,

		/**
		 * A free certificate was applied for less than an hour ago.
		 */
		WITHIN_HOUR,

		/**
		 * The certificate's status does not allow it.
		 */
		STATUS,

		/**
		 * The cloud did not find out in time which resources use the certificate.
		 */
		LOOKUP_TIMEOUT,

		/**
		 * The certificate can't be read or does not meet the standard.
		 */
		UNREADABLE_CERTIFICATE,

		/**
		 * The key does not belong to the certificate.
		 */
		KEY_MISMATCH,

		/**
		 * The chain is broken.
		 */
		CHAIN,

		/**
		 * The certificate is no CA certificate.
		 */
		NO_AUTHORITY,

		/**
		 * The certificate's algorithm is not taken here.
		 */
		ALGORITHM,

		/**
		 * The account holds the same certificate.
		 */
		ALREADY_HELD,

		/**
		 * The account holds as many certificates as it may.
		 */
		TOO_MANY,

		/**
		 * Too many calls in a short time.
		 */
		RATE,

		/**
		 * Trouble inside the cloud.
		 */
		INTERNAL,

		/**
		 * The cloud does not offer this action, version or region, or not any more.
		 */
		UNSUPPORTED,

		/**
		 * Anything else.
		 */
		OTHER

	}

}
