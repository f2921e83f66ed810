package dev.certdeck.sandbox.login;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/**
 * The claims about a user: {@code name}, {@code preferred_username} and {@code groups}.
 * Where there are too many groups, the claims refer to them, as those of Entra ID do.
 */
final class UserClaims {

	private UserClaims() {
	}

	static void add(JwtEncodingContext context) {
		if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
			Authentication user = Objects.requireNonNull(context.getPrincipal());
			context.getClaims().claims((claims) -> claims.putAll(of(user.getName())));
		}
	}

	static OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context) {
		String userName = context.getAuthorization().getPrincipalName();
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("sub", userName);
		claims.putAll(of(userName));
		return new OidcUserInfo(claims);
	}

	private static Map<String, Object> of(String userName) {
		SandboxUser user = SandboxUser.named(userName);
		Map<String, Object> claims = new LinkedHashMap<>(groups(user));
		claims.put("name", user.displayName());
		claims.put("preferred_username", user.userName());
		return claims;
	}

	private static Map<String, Object> groups(SandboxUser user) {
		if (!user.groups().isEmpty()) {
			return Map.of("groups", new ArrayList<>(user.groups()));
		}
		Map<String, Object> source = Map.of("endpoint",
				"https://graph.microsoft.com/v1.0/users/crowd/getMemberObjects");
		return Map.of("_claim_names", Map.of("groups", "src1"), "_claim_sources", Map.of("src1", source));
	}

}
