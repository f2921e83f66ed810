package dev.certdeck.security;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * Thrown when the identity provider can't be reached or its response is invalid. The
 * message contains nothing of the response.
 */
class ProviderException extends AuthenticationServiceException {

	ProviderException(String message, @Nullable Throwable cause) {
		super(message);
		initCause(cause);
	}

	/**
	 * Returns the first failure of the provider among a failure and its causes.
	 * @param failure the failure
	 * @return the provider's failure, if there is one
	 */
	static Optional<ProviderException> behind(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.filter(ProviderException.class::isInstance)
			.map(ProviderException.class::cast)
			.findFirst();
	}

}
