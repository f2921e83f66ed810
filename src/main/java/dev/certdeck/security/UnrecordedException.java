package dev.certdeck.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * Thrown when a sign-in can't be recorded.
 */
class UnrecordedException extends AuthenticationServiceException {

	UnrecordedException(RuntimeException cause) {
		super("it could not be recorded (%s)".formatted(cause.getClass().getSimpleName()), cause);
	}

}
