package dev.certdeck.security;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/**
 * Reads the provider's tokens: only such as are signed with one of its public keys, by an
 * algorithm that it announces.
 */
class TokenDecoders implements JwtDecoderFactory<ClientRegistration> {

	private final RestOperations http;

	private final Map<ClientRegistration, JwtDecoder> idTokens = new ConcurrentHashMap<>();

	private final Map<ClientRegistration, JwtDecoder> logoutTokens = new ConcurrentHashMap<>();

	TokenDecoders(RestOperations http) {
		this.http = http;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration registration) {
		return this.idTokens.computeIfAbsent(registration, this::idTokenDecoder);
	}

	/**
	 * Returns the reader of tokens that ask for a sign-out.
	 * @param registration the registration at the provider
	 * @return the reader
	 */
	JwtDecoder logoutTokens(ClientRegistration registration) {
		return this.logoutTokens.computeIfAbsent(registration, this::logoutTokenDecoder);
	}

	private JwtDecoder idTokenDecoder(ClientRegistration registration) {
		NimbusJwtDecoder decoder = decoder(registration,
				JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(registration)));
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		return decoder;
	}

	private JwtDecoder logoutTokenDecoder(ClientRegistration registration) {
		JwtTypeValidator type = new JwtTypeValidator("JWT", "logout+jwt");
		type.setAllowEmpty(true);
		return decoder(registration,
				JwtValidators.createDefaultWithValidators(type, new LogoutTokenValidator(registration)));
	}

	private NimbusJwtDecoder decoder(ClientRegistration registration, OAuth2TokenValidator<Jwt> validator) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
			.jwsAlgorithms((algorithms) -> algorithms.addAll(algorithms(registration)))
			.restOperations(this.http)
			.build();
		decoder.setJwtValidator(validator);
		return decoder;
	}

	private static Set<SignatureAlgorithm> algorithms(ClientRegistration registration) {
		Object announced = registration.getProviderDetails()
			.getConfigurationMetadata()
			.get("id_token_signing_alg_values_supported");
		Stream<?> names = (announced instanceof Collection<?> several) ? several.stream() : Stream.empty();
		return names.map(String::valueOf)
			.map(SignatureAlgorithm::from)
			.filter(Objects::nonNull)
			.collect(Collectors.toUnmodifiableSet());
	}

}
