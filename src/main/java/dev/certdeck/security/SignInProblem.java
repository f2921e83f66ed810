package dev.certdeck.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.certdeck.certificate.Message;

import org.springframework.http.HttpStatus;

/**
 * The reason for a failed sign-in that the page shows.
 */
enum SignInProblem {

	/**
	 * The provider denied the sign-in, or its response is not valid.
	 */
	REFUSED(HttpStatus.UNAUTHORIZED),

	/**
	 * Certdeck or the provider is misconfigured, so that nobody can sign in.
	 */
	MISCONFIGURED(HttpStatus.UNAUTHORIZED),

	/**
	 * The provider does not answer, or its answer is invalid.
	 */
	NO_ANSWER(HttpStatus.SERVICE_UNAVAILABLE),

	/**
	 * The sign-in could not be recorded.
	 */
	UNRECORDED(HttpStatus.SERVICE_UNAVAILABLE);

	private static final String PAGE = "/sign-in-failed/";

	private static final Set<String> LASTING = Set.of("invalid_client", "unauthorized_client", "unsupported_grant_type",
			"unsupported_response_type", "invalid_scope", "insufficient_scope");

	private final HttpStatus status;

	SignInProblem(HttpStatus status) {
		this.status = status;
	}

	static SignInProblem of(Throwable failure) {
		if (failure instanceof UnrecordedException) {
			return UNRECORDED;
		}
		if (ProviderException.behind(failure).isPresent()) {
			return NO_ANSWER;
		}
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause).anyMatch(SignInProblem::lasts)
				? MISCONFIGURED : REFUSED;
	}

	private static boolean lasts(Throwable cause) {
		return cause instanceof TokenException || ErrorCode.of(cause).filter(LASTING::contains).isPresent();
	}

	static Optional<SignInProblem> named(String key) {
		return Arrays.stream(values()).filter((problem) -> problem.key().equals(key)).findFirst();
	}

	/**
	 * Returns the name of the problem in addresses and messages.
	 * @return the name
	 */
	String key() {
		return Message.key(this);
	}

	String page() {
		return PAGE + key();
	}

	HttpStatus status() {
		return this.status;
	}

}
