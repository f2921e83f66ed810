package dev.certdeck.sandbox.login;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/**
 * The registration of the dashboard at the identity provider.
 */
public final class DashboardClient {

	static final String ID = "certdeck";

	private DashboardClient() {
	}

	/**
	 * Creates the registration of the client {@code certdeck}.
	 * @param secret its secret
	 * @return the registration; its redirect URI stands for every URL of this machine
	 */
	public static RegisteredClient withSecret(String secret) {
		return RegisteredClient.withId(ID)
			.clientId(ID)
			.clientSecret("{noop}" + secret)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.redirectUri("http://localhost/")
			.scope(OidcScopes.OPENID)
			.scope(OidcScopes.PROFILE)
			.clientSettings(ClientSettings.builder().requireProofKey(false).requireAuthorizationConsent(false).build())
			.build();
	}

}
