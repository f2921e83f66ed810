package dev.certdeck.security;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the tests' identity provider says about people unless it is told otherwise.
 */
final class TestClaims {

	private TestClaims() {
	}

	static Map<String, Object> ofSignIn(String issuer, String nonce) {
		Map<String, Object> claims = of(issuer, "user-1");
		claims.put("nonce", nonce);
		claims.put("name", "Robin Okafor");
		claims.put("sid", "sid-1");
		claims.put("groups", List.of("deck-writers"));
		return claims;
	}

	static Map<String, Object> ofLogout(String issuer, String subject) {
		Map<String, Object> claims = of(issuer, subject);
		claims.put("jti", UUID.randomUUID().toString());
		claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
		return claims;
	}

	private static Map<String, Object> of(String issuer, String subject) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", issuer);
		claims.put("sub", subject);
		claims.put("aud", List.of(TestProvider.CLIENT));
		claims.put("exp", Instant.now().getEpochSecond() + 60);
		claims.put("iat", Instant.now().getEpochSecond());
		return claims;
	}

}
