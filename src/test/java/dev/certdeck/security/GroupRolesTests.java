package dev.certdeck.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroupRoles}.
 */
class GroupRolesTests {

	private final GroupRoles roles = new GroupRoles(new GroupsClaim("groups", null),
			Map.of(Role.VIEWER, List.of("readers", "auditors"), Role.ADMIN, List.of("owners")));

	@Test
	void knownGroupGivesItsRole() {
		assertThat(this.roles.roles(Map.of("groups", List.of("auditors", "others")))).containsExactly(Role.VIEWER);
	}

	@Test
	void severalGroupsGiveSeveralRoles() {
		assertThat(this.roles.roles(Map.of("groups", List.of("owners", "readers"))))
			.containsExactlyInAnyOrder(Role.VIEWER, Role.ADMIN);
	}

	@Test
	void groupMayStandAlone() {
		assertThat(this.roles.roles(Map.of("groups", "owners"))).containsExactly(Role.ADMIN);
	}

	@Test
	void unknownGroupMissingClaimAndOtherShapesGiveNoRole() {
		assertThat(this.roles.roles(Map.of("groups", List.of("Owners", "reader")))).isEmpty();
		assertThat(this.roles.roles(Map.of("roles", List.of("owners")))).isEmpty();
		assertThat(this.roles.roles(Map.of("groups", Map.of("owners", false)))).isEmpty();
		assertThat(this.roles.roles(Map.of("groups", true))).isEmpty();
	}

	@Test
	void keyOfAMapGivesItsRole() {
		assertThat(this.roles.roles(Map.of("groups", Map.of("owners", Map.of("org", "corp")))))
			.containsExactly(Role.ADMIN);
	}

	@Test
	void scopesAndTheUserAuthorityItselfGiveNothing() {
		assertThat(this.roles.mapAuthorities(List.of(new SimpleGrantedAuthority("SCOPE_ADMIN"),
				new SimpleGrantedAuthority("ROLE_ADMIN"), authority(Map.of("sub", "1"), Map.of("sub", "1")))))
			.isEmpty();
	}

	@Test
	void groupsMayComeWithTheUserInfo() {
		OidcUserAuthority person = authority(Map.of("sub", "1"), Map.of("sub", "1", "groups", List.of("owners")));
		assertThat(this.roles.mapAuthorities(List.of(person))).extracting(GrantedAuthority::getAuthority)
			.hasToString("[ROLE_ADMIN]");
	}

	@Test
	void knownGroupsAreNamedInTheOrderOfTheRoles() {
		assertThat(this.roles.known()).containsExactly("readers", "auditors", "owners");
	}

	private static OidcUserAuthority authority(Map<String, Object> token, Map<String, Object> info) {
		Instant now = Instant.parse("2026-11-23T00:00:00Z");
		return new OidcUserAuthority(new OidcIdToken("token", now, now.plusSeconds(60), token), new OidcUserInfo(info));
	}

}
