package dev.certdeck.tencent;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.CallCause;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A call to the cloud, which creates the exceptions for its failures.
 *
 * @param host the host that is called, with its port if it is not the usual one
 * @param action the name of the action
 * @param write whether the call changes anything; such a call is never repeated
 */
public record RemoteCall(String host, String action, boolean write) {

	CallCause cause() {
		return this.write ? CallCause.WRITE : CallCause.current();
	}

	/**
	 * Creates the exception for a call that the cloud refused or throttled. If the reason
	 * is an internal error, a write may have taken effect nevertheless.
	 * @param answer the error that the cloud answered
	 * @return the exception
	 */
	public CloudException refused(Answer answer) {
		Answer readable = readable(answer);
		Failure failure = (answer.reason() == Reason.RATE) ? Failure.THROTTLED : Failure.REFUSED;
		return failure(failure, readable, words(readable), answer.reason() == Reason.INTERNAL, null);
	}

	/**
	 * Creates the exception for a call that was held back, here or on its way.
	 * @param detail what went wrong
	 * @return the exception
	 */
	public CloudException throttled(String detail) {
		return failure(Failure.THROTTLED, null, detail, false, null);
	}

	/**
	 * Creates the exception for a call without an answer.
	 * @param detail what went wrong
	 * @param mayHaveArrived whether the cloud may have got the call
	 * @param cause the cause, if there is one
	 * @return the exception
	 */
	public CloudException unreachable(String detail, boolean mayHaveArrived, @Nullable Throwable cause) {
		return failure(Failure.UNREACHABLE, null, detail, mayHaveArrived, cause);
	}

	/**
	 * Creates the exception for an answer that can't be understood.
	 * @param detail what is wrong with the answer; nothing of its content
	 * @return the exception
	 */
	public CloudException unintelligible(String detail) {
		return failure(Failure.UNINTELLIGIBLE, null, detail, true, null);
	}

	private CloudException failure(Failure failure, @Nullable Answer answer, String detail, boolean mayHaveTakenEffect,
			@Nullable Throwable cause) {
		CloudError error = new CloudError(failure, (answer != null) ? answer.reason() : Reason.OTHER,
				(answer != null) ? answer.code() : "", (answer != null) ? answer.requestId() : "",
				"%s on %s failed: %s".formatted(this.action, this.host, detail));
		return new CloudException(new CloudException.Call(this.host, this.action), error,
				this.write && mayHaveTakenEffect, cause);
	}

	private static Answer readable(Answer answer) {
		return new Answer(answer.reason(), RemoteText.readable(answer.code()),
				RemoteText.readable(answer.description()), RemoteText.readable(answer.message()),
				RemoteText.readable(answer.requestId()));
	}

	private static String words(Answer answer) {
		String requestId = answer.requestId().isEmpty() ? "" : "(RequestId " + answer.requestId() + ")";
		return Stream.of(answer.code(), answer.description(), answer.message(), requestId)
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.joining(" "));
	}

}
