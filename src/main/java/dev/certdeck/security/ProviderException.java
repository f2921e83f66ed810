package dev.certdeck.security;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * The identity provider can't be reached or gives no answer that makes sense. Its message
 * holds nothing of the answer.
 */
class ProviderException extends AuthenticationServiceException {

	ProviderException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Looks for a provider that failed behind another failure.
	 * @param failure the failure
	 * @return the first such cause
	 */
	static Optional<ProviderException> behind(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.filter(ProviderException.class::isInstance)
			.map(ProviderException.class::cast)
			.findFirst();
	}

}
