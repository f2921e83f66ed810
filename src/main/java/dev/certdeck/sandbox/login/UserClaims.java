package dev.certdeck.sandbox.login;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/**
 * What the identity provider says about a user: {@code name}, {@code preferred_username}
 * and {@code groups}.
 */
final class UserClaims {

	private UserClaims() {
	}

	static void add(JwtEncodingContext context) {
		if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
			context.getClaims().claims((claims) -> claims.putAll(of(context.getPrincipal().getName())));
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
		return Map.of("name", user.displayName(), "preferred_username", user.userName(), "groups",
				new ArrayList<>(user.groups()));
	}

}
