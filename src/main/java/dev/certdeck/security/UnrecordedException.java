package dev.certdeck.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * A sign-in is refused because it could not be recorded.
 */
class UnrecordedException extends AuthenticationServiceException {

	UnrecordedException(RuntimeException cause) {
		super("it could not be recorded (%s)".formatted(cause.getClass().getSimpleName()), cause);
	}

}
