package dev.certdeck.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroupsClaim}.
 */
class GroupsClaimTests {

	@Test
	void plainNameIsFound() {
		assertThat(groups("groups", Map.of("groups", List.of("a", "b")))).containsExactly("a", "b");
	}

	@Test
	void dotsLeadIntoNestedClaims() {
		Map<String, Object> claims = Map.of("resource_access", Map.of("certdeck", Map.of("roles", List.of("a"))));
		assertThat(groups("resource_access.certdeck.roles", claims)).containsExactly("a");
		assertThat(groups("resource_access.other.roles", claims)).isEmpty();
		assertThat(groups("resource_access.certdeck.roles.more", claims)).isEmpty();
	}

	@Test
	void claimNamedLikeAUrlIsFound() {
		String name = "https://sso.example.com/claims/groups";
		assertThat(groups(name, Map.of(name, List.of("a")))).containsExactly("a");
	}

	@Test
	void claimOfExactlyThisNameWins() {
		assertThat(groups("realm_access.roles",
				Map.of("realm_access.roles", List.of("whole"), "realm_access", Map.of("roles", List.of("nested")))))
			.containsExactly("whole");
	}

	@Test
	void nestedClaimMayBeNamedWithDots() {
		assertThat(groups("app.team.groups", Map.of("app", Map.of("team.groups", List.of("a"))))).containsExactly("a");
	}

	@Test
	void singleTextCountsAsOneGroup() {
		assertThat(groups("realm_access.roles", Map.of("realm_access", Map.of("roles", "a")))).containsExactly("a");
	}

	@Test
	void missingClaimNamesNoGroup() {
		assertThat(groups("realm_access.roles", Map.of("realm_access", "a"))).isEmpty();
		assertThat(groups("groups", Map.of())).isEmpty();
		assertThat(groups(".", Map.of("", "a"))).isEmpty();
	}

	private static Collection<Object> groups(String path, Map<String, Object> claims) {
		return List.copyOf(new GroupsClaim(path).groups(claims));
	}

}
