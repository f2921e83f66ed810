package dev.certdeck.security;

import java.util.Set;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;

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

/**
 * Reads the provider's tokens: only such as are signed with one of its public keys, by an
 * algorithm that it announces.
 */
class TokenDecoders implements JwtDecoderFactory<ClientRegistration> {

	private final Provider provider;

	TokenDecoders(Provider provider) {
		this.provider = provider;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration registration) {
		return (token) -> this.provider.use((metadata) -> idTokenDecoder(metadata).decode(token));
	}

	/**
	 * Returns the reader of tokens that ask for a sign-out.
	 * @return the reader
	 */
	JwtDecoder logoutTokens() {
		return (token) -> this.provider.use((metadata) -> logoutTokenDecoder(metadata).decode(token));
	}

	private static JwtDecoder idTokenDecoder(ProviderMetadata metadata) {
		NimbusJwtDecoder decoder = decoder(metadata,
				JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(metadata.registration())));
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		return decoder;
	}

	private static JwtDecoder logoutTokenDecoder(ProviderMetadata metadata) {
		JwtTypeValidator type = new JwtTypeValidator("JWT", "logout+jwt");
		type.setAllowEmpty(true);
		return decoder(metadata,
				JwtValidators.createDefaultWithValidators(type, new LogoutTokenValidator(metadata.registration())));
	}

	private static NimbusJwtDecoder decoder(ProviderMetadata metadata, OAuth2TokenValidator<Jwt> validator) {
		Set<SignatureAlgorithm> announced = metadata.algorithms("id_token_signing_alg_values_supported");
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(metadata.keys()))
			.jwsAlgorithms((algorithms) -> algorithms.addAll(announced))
			.build();
		decoder.setJwtValidator(validator);
		return decoder;
	}

}
