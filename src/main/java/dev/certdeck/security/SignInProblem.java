package dev.certdeck.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.springframework.http.HttpStatus;

/**
 * Why nobody is signed in, as far as the page says it.
 */
enum SignInProblem {

	/**
	 * The provider did not vouch for anybody, or not in a way that can be believed.
	 */
	REFUSED(HttpStatus.UNAUTHORIZED),

	/**
	 * The provider gives no answer that makes sense.
	 */
	NO_ANSWER(HttpStatus.SERVICE_UNAVAILABLE),

	/**
	 * The sign-in could not be recorded.
	 */
	UNRECORDED(HttpStatus.SERVICE_UNAVAILABLE);

	private static final String PAGE = "/sign-in-failed/";

	private final HttpStatus status;

	SignInProblem(HttpStatus status) {
		this.status = status;
	}

	/**
	 * Returns the problem that a failure stands for.
	 * @param failure the failure
	 * @return the problem
	 */
	static SignInProblem of(Throwable failure) {
		if (failure instanceof UnrecordedException) {
			return UNRECORDED;
		}
		return ProviderException.behind(failure).isPresent() ? NO_ANSWER : REFUSED;
	}

	/**
	 * Finds the problem of an address.
	 * @param key the name of the problem
	 * @return the problem, absent if there is none of this name
	 */
	static Optional<SignInProblem> named(String key) {
		return Arrays.stream(values()).filter((problem) -> problem.key().equals(key)).findFirst();
	}

	/**
	 * Returns the name of the problem in addresses and messages.
	 * @return the name
	 */
	String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String page() {
		return PAGE + key();
	}

	HttpStatus status() {
		return this.status;
	}

}
