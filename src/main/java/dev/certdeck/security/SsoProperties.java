package dev.certdeck.security;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the single sign-on.
 *
 * @param issuerUri the OpenID Connect provider's issuer
 * @param clientId the id under which the provider knows Certdeck
 * @param clientSecret the secret that the provider gave to Certdeck
 * @param scopes what to ask the provider for, {@code openid} and {@code profile} unless
 * set
 * @param groupsClaim the claim of the ID token or of the user info that lists the
 * person's groups
 * @param roles the groups that give each role
 */
@ConfigurationProperties("certdeck.sso")
record SsoProperties(@Nullable URI issuerUri, @Nullable String clientId, @Nullable String clientSecret,
		@Nullable List<String> scopes, @DefaultValue("groups") String groupsClaim,
		@Nullable Map<Role, List<String>> roles) {

	/**
	 * Creates the settings.
	 */
	SsoProperties {
		scopes = (scopes != null) ? scopes : List.of("openid", "profile");
		roles = (roles != null) ? roles : Map.of();
	}

	@Override
	public String toString() {
		return "SsoProperties[issuerUri=%s, clientId=%s]".formatted(this.issuerUri, this.clientId);
	}

}
