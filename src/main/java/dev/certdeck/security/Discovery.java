package dev.certdeck.security;

import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;

/**
 * Fetches the identity provider's metadata (OpenID Connect Discovery).
 */
class Discovery {

	private final RestClient http;

	private final String issuer;

	private final Function<ClientRegistration.Builder, ClientRegistration> registering;

	/**
	 * Creates the discovery.
	 * @param http the client of the provider
	 * @param issuer its issuer
	 * @param registering adds Certdeck's client registration to the endpoints
	 */
	Discovery(RestClient http, String issuer, Function<ClientRegistration.Builder, ClientRegistration> registering) {
		this.http = http;
		this.issuer = issuer;
		this.registering = registering;
	}

	URI issuer() {
		return URI.create(this.issuer);
	}

	/**
	 * Fetches the metadata and the keys.
	 * @param now the current time
	 * @return the metadata
	 * @throws ProviderException if the provider does not answer or its answer is invalid
	 */
	ProviderMetadata fetch(Instant now) {
		try {
			Map<String, Object> metadata = JSONObjectUtils
				.parse(get(this.issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"));
			if (!this.issuer.equals(metadata.get("issuer"))) {
				throw new ProviderException("the identity provider calls itself another issuer than " + this.issuer,
						null);
			}
			ClientRegistration registration = this.registering
				.apply(ClientRegistrations.fromOidcConfiguration(metadata));
			JWKSet keys = JWKSet.parse(get(registration.getProviderDetails().getJwkSetUri()));
			return new ProviderMetadata(registration, keys, now);
		}
		catch (ProviderException ex) {
			throw ex;
		}
		catch (RuntimeException | ParseException ex) {
			throw new ProviderException(
					"the identity provider's configuration is of no use (%s)".formatted(ex.getClass().getSimpleName()),
					ex);
		}
	}

	private String get(@Nullable String address) {
		return String.valueOf(this.http.get()
			.uri(URI.create(String.valueOf(address)))
			.accept(MediaType.APPLICATION_JSON, MediaType.ALL)
			.retrieve()
			.body(String.class));
	}

}
