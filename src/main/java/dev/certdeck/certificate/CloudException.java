package dev.certdeck.certificate;

import org.jspecify.annotations.Nullable;

/**
 * A call to the cloud that failed, told by host, action, code and message.
 */
public class CloudException extends RuntimeException {

	private final Failure failure;

	private final Call call;

	private final @Nullable Answer answer;

	private final boolean mayHaveTakenEffect;

	/**
	 * Creates the exception.
	 * @param failure the kind of failure
	 * @param call the call that failed
	 * @param answer the error that the cloud answered, if it did
	 * @param detail what went wrong, in words; holds no content of the call
	 * @param mayHaveTakenEffect whether the cloud may have carried the call out all the
	 * same
	 * @param cause the cause, if there is one
	 */
	public CloudException(Failure failure, Call call, @Nullable Answer answer, String detail,
			boolean mayHaveTakenEffect, @Nullable Throwable cause) {
		super("%s on %s failed: %s".formatted(call.action(), call.host(), detail), cause);
		this.failure = failure;
		this.call = call;
		this.answer = answer;
		this.mayHaveTakenEffect = mayHaveTakenEffect;
	}

	/**
	 * Returns the kind of failure.
	 * @return the kind
	 */
	public Failure failure() {
		return this.failure;
	}

	/**
	 * Returns the call that failed.
	 * @return host and action
	 */
	public Call call() {
		return this.call;
	}

	/**
	 * Returns the error that the cloud answered.
	 * @return the error, absent if there was no answer that could be understood
	 */
	public @Nullable Answer answer() {
		return this.answer;
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
	 * An error as the cloud told it.
	 *
	 * @param code the error's code
	 * @param description the code in a word, may be empty
	 * @param message the cloud's message, may be empty
	 * @param requestId the cloud's id of the call, empty where it gives none
	 */
	public record Answer(String code, String description, String message, String requestId) {

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

}
