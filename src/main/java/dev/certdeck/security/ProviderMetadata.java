package dev.certdeck.security;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.JWKSet;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The metadata of the identity provider.
 *
 * @param registration its endpoints and metadata, with Certdeck's client registration
 * @param keys its public keys
 * @param since when it was fetched
 */
record ProviderMetadata(ClientRegistration registration, JWKSet keys, Instant since) {

	/**
	 * Tells whether other metadata differs only in the time.
	 */
	boolean saysTheSameAs(ProviderMetadata other) {
		return announced().equals(other.announced()) && this.keys.equals(other.keys);
	}

	/**
	 * Returns the announced algorithms of signatures with public keys.
	 * @param announcement the name of the metadata
	 * @return the algorithms, none if none are announced
	 */
	Set<SignatureAlgorithm> algorithms(String announcement) {
		Stream<?> names = (announced().get(announcement) instanceof Collection<?> several) ? several.stream()
				: Stream.empty();
		return names.map((name) -> SignatureAlgorithm.from(String.valueOf(name)))
			.filter(Objects::nonNull)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Returns the addresses to which browsers are redirected for sign-in and sign-out.
	 */
	List<URI> addresses() {
		return Stream.of("authorization_endpoint", "end_session_endpoint")
			.map(announced()::get)
			.filter(Objects::nonNull)
			.map((address) -> URI.create(address.toString()))
			.toList();
	}

	private Map<String, Object> announced() {
		return this.registration.getProviderDetails().getConfigurationMetadata();
	}

}
