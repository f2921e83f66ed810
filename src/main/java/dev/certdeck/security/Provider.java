package dev.certdeck.security;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;

/**
 * The identity provider. It is asked for its endpoints when somebody signs in, not when
 * Certdeck starts, and once it gave them they are remembered.
 */
class Provider implements ClientRegistrationRepository {

	/**
	 * The name of the one registration, which is part of the addresses of the sign-in.
	 */
	static final String REGISTRATION = "sso";

	private static final ParameterizedTypeReference<Map<String, Object>> METADATA = new ParameterizedTypeReference<>() {
	};

	private final RestClient http;

	private final String issuer;

	private final Function<ClientRegistration.Builder, ClientRegistration> registering;

	private volatile @Nullable ClientRegistration known;

	/**
	 * Creates the provider without asking it.
	 * @param http the way to it
	 * @param issuer its issuer
	 * @param registering adds to its endpoints what it knows Certdeck by
	 */
	Provider(RestClient http, String issuer, Function<ClientRegistration.Builder, ClientRegistration> registering) {
		this.http = http;
		this.issuer = issuer;
		this.registering = registering;
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
		return registrationId.equals(REGISTRATION) ? registration() : null;
	}

	/**
	 * Returns what is known about the provider, asking it if nothing is.
	 * @return the registration
	 * @throws ProviderException if it gives no answer that makes sense
	 */
	ClientRegistration registration() {
		ClientRegistration registration = this.known;
		return (registration != null) ? registration : ask();
	}

	/**
	 * Asks the provider for its endpoints, also if they are known.
	 * @return the registration
	 * @throws ProviderException if it gives no answer that makes sense
	 */
	ClientRegistration ask() {
		try {
			Map<String, Object> metadata = this.http.get()
				.uri(this.issuer.replaceAll("/$", "") + "/.well-known/openid-configuration")
				.retrieve()
				.body(METADATA);
			if (metadata == null || !this.issuer.equals(metadata.get("issuer"))) {
				throw new ProviderException("the identity provider calls itself another issuer than " + this.issuer,
						null);
			}
			return remember(this.registering.apply(ClientRegistrations.fromOidcConfiguration(metadata)));
		}
		catch (ProviderException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new ProviderException(
					"the identity provider's configuration is of no use (%s)".formatted(ex.getClass().getSimpleName()),
					ex);
		}
	}

	private ClientRegistration remember(ClientRegistration fresh) {
		ClientRegistration before = this.known;
		if (before != null && metadata(before).equals(metadata(fresh))) {
			return before;
		}
		this.known = fresh;
		return fresh;
	}

	private static Map<String, Object> metadata(ClientRegistration registration) {
		return registration.getProviderDetails().getConfigurationMetadata();
	}

}
