package dev.certdeck.security;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Decodes tokens that are signed with one of the provider's public keys and an algorithm
 * that it announces.
 */
class TokenDecoders implements JwtDecoderFactory<ClientRegistration> {

	private static final String ID_TOKEN = "id_token_signing_alg_values_supported";

	/**
	 * Maximum length in OpenID Connect and in the database.
	 */
	private static final int LONGEST_SUBJECT = 255;

	private static final Pattern SUBJECT = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}\\p{Cs}]+");

	private final Provider provider;

	TokenDecoders(Provider provider) {
		this.provider = provider;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration registration) {
		return (token) -> this.provider.use((metadata) -> idToken(metadata, token));
	}

	JwtDecoder logoutTokens() {
		return (token) -> this.provider.useForSignOut((metadata) -> logoutToken(metadata, token));
	}

	JwtDecoder userInfo() {
		return (token) -> this.provider.use((metadata) -> userInfo(metadata, token));
	}

	private static Jwt idToken(ProviderMetadata metadata, String token) {
		NimbusJwtDecoder decoder = decoder(metadata, metadata.algorithms(ID_TOKEN), token);
		decoder.setJwtValidator(
				JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(metadata.registration())));
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		Jwt valid = decoder.decode(token);
		requireUsable(valid.getSubject());
		return valid;
	}

	private static void requireUsable(@Nullable String subject) {
		if (subject == null || subject.length() > LONGEST_SUBJECT || !SUBJECT.matcher(subject).matches()) {
			throw new TokenException("sub is blank, has control characters or more than 255 characters");
		}
	}

	private static Jwt logoutToken(ProviderMetadata metadata, String token) {
		NimbusJwtDecoder decoder = decoder(metadata, metadata.algorithms(ID_TOKEN), token);
		JwtTypeValidator type = new JwtTypeValidator("JWT", "logout+jwt");
		type.setAllowEmpty(true);
		decoder.setJwtValidator(
				JwtValidators.createDefaultWithValidators(type, new LogoutTokenValidator(metadata.registration())));
		Jwt valid = decoder.decode(token);
		if (valid.getSubject() != null) {
			requireUsable(valid.getSubject());
		}
		return valid;
	}

	private static Jwt userInfo(ProviderMetadata metadata, String token) {
		Set<SignatureAlgorithm> announced = metadata.algorithms("userinfo_signing_alg_values_supported");
		NimbusJwtDecoder decoder = decoder(metadata, announced.isEmpty() ? metadata.algorithms(ID_TOKEN) : announced,
				token);
		decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
				new JwtIssuerValidator(
						Objects.requireNonNull(metadata.registration().getProviderDetails().getIssuerUri())),
				new JwtAudienceValidator(metadata.registration().getClientId()),
				new JwtClaimValidator<>("sub", Objects::nonNull)));
		return decoder.decode(token);
	}

	private static NimbusJwtDecoder decoder(ProviderMetadata metadata, Set<SignatureAlgorithm> announced,
			String token) {
		Set<SignatureAlgorithm> taken = announced.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : announced;
		TokenHeader.of(token).requireSignature(taken);
		return NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(metadata.keys()))
			.jwsAlgorithms((algorithms) -> algorithms.addAll(taken))
			.build();
	}

}
