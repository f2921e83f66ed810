package dev.certdeck.sandbox.login;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;

/**
 * Allows redirects to this machine only, on any port and path.
 */
final class LocalRedirects {

	private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private LocalRedirects() {
	}

	static void allow(List<AuthenticationProvider> providers) {
		providers.forEach(LocalRedirects::allow);
	}

	private static void allow(AuthenticationProvider provider) {
		if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider authorization) {
			Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> validator = LocalRedirects::checkSignIn;
			authorization.setAuthenticationValidator(
					validator.andThen(OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR));
		}
		else if (provider instanceof OidcLogoutAuthenticationProvider logout) {
			logout.setAuthenticationValidator(LocalRedirects::checkSignOut);
		}
	}

	private static void checkSignIn(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		if (!isLocal(request.getRedirectUri())) {
			throw new OAuth2AuthorizationCodeRequestAuthenticationException(invalid(OAuth2ParameterNames.REDIRECT_URI),
					null);
		}
	}

	private static void checkSignOut(OidcLogoutAuthenticationContext context) {
		OidcLogoutAuthenticationToken request = context.getAuthentication();
		if (request.getPostLogoutRedirectUri() != null && !isLocal(request.getPostLogoutRedirectUri())) {
			throw new OAuth2AuthenticationException(invalid("post_logout_redirect_uri"));
		}
	}

	private static OAuth2Error invalid(String parameter) {
		return new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "'" + parameter + "' must lead to this machine", null);
	}

	static boolean isLocal(@Nullable String url) {
		try {
			URI uri = URI.create((url != null) ? url : "");
			return uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null
					&& HOSTS.contains(uri.getHost()) && uri.getUserInfo() == null && uri.getFragment() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
