package dev.certdeck.security;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Validates the claims of a logout token (OpenID Connect Back-Channel Logout, section
 * 2.6).
 */
class LogoutTokenValidator implements OAuth2TokenValidator<Jwt> {

	private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

	private final @Nullable String issuer;

	private final String clientId;

	LogoutTokenValidator(ClientRegistration registration) {
		this.issuer = registration.getProviderDetails().getIssuerUri();
		this.clientId = registration.getClientId();
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		String wrong = wrongClaim(token);
		return (wrong != null)
				? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_logout_token", wrong, null))
				: OAuth2TokenValidatorResult.success();
	}

	private @Nullable String wrongClaim(Jwt token) {
		Map<String, Object> claims = token.getClaims();
		List<String> audience = token.getAudience();
		if (!String.valueOf(claims.get("iss")).equals(this.issuer)) {
			return "iss";
		}
		if (audience == null || !audience.contains(this.clientId)) {
			return "aud";
		}
		if (!(claims.get("events") instanceof Map<?, ?> events) || !(events.get(EVENT) instanceof Map)) {
			return "events";
		}
		if (claims.containsKey("nonce")) {
			return "nonce";
		}
		if (token.getIssuedAt() == null || token.getId() == null) {
			return "iat or jti";
		}
		return (claims.get("sid") instanceof String || claims.get("sub") instanceof String) ? null : "sid or sub";
	}

}
