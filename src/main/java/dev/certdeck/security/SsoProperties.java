package dev.certdeck.security;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.certdeck.certificate.Message;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the single sign-on.
 *
 * @param issuerUri the OpenID Connect provider's issuer
 * @param clientId the id under which the provider knows Certdeck
 * @param clientSecret the secret that the provider gave to Certdeck
 * @param scopes what to ask the provider for, {@code openid} and {@code profile} unless
 * set
 * @param groupsClaim the claim of the ID token or of the user info that lists the
 * person's groups; dots lead into nested claims unless a claim has exactly this name
 * @param groupsDelimiter what parts the groups where the claim is a single text; such a
 * text is one group unless set
 * @param roles the groups that give each role; one value is one group
 * @param caFile the certificates, as PEM, of the authorities that are trusted for the
 * provider; those that Java knows unless set
 * @param connectTimeout how long a connection to the provider may take to open
 * @param responseTimeout how long an answer of the provider may take, to its last byte
 * @param maxResponseSize largest response of the provider to read
 */
@ConfigurationProperties("certdeck.sso")
@Validated
record SsoProperties(@Nullable URI issuerUri, @Nullable String clientId, @Nullable String clientSecret,
		@Nullable List<String> scopes, @DefaultValue("groups") String groupsClaim, @Nullable String groupsDelimiter,
		@DefaultValue Map<Role, List<Group>> roles, @Nullable Path caFile,
		@DurationMin(millis = 1) @DefaultValue("5s") Duration connectTimeout,
		@DurationMin(millis = 1) @DefaultValue("10s") Duration responseTimeout,
		@DefaultValue("256KB") DataSize maxResponseSize) {

	/**
	 * Creates the settings.
	 */
	SsoProperties {
		scopes = (scopes != null) ? scopes : List.of("openid", "profile");
	}

	/**
	 * Returns the names of the groups that give each role.
	 * @return the names, without blank ones
	 * @throws dev.certdeck.http.InvalidSettingException if one of them is not that of one
	 * group
	 */
	Map<Role, List<String>> groups() {
		Map<Role, List<String>> groups = new EnumMap<>(Role.class);
		this.roles.forEach((role, named) -> {
			named.forEach((group) -> group.check("roles." + Message.key(role)));
			groups.put(role, named.stream().map(Group::name).filter((name) -> !name.isEmpty()).toList());
		});
		return groups;
	}

	@Override
	public String toString() {
		return "SsoProperties[issuerUri=%s, clientId=%s]".formatted(this.issuerUri, this.clientId);
	}

}
