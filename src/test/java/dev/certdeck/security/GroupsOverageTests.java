package dev.certdeck.security;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GroupsOverage}.
 */
class GroupsOverageTests {

	private static final Map<String, Object> ENTRA = Map.of("_claim_names", Map.of("groups", "src1"), "_claim_sources",
			Map.of("src1", Map.of("endpoint", "https://graph.microsoft.com/v1.0/users/1/getMemberObjects")));

	@Test
	void claimThatIsNamedElsewhereWasLeftOut() {
		assertThat(new GroupsOverage("groups").isIn(ENTRA)).isTrue();
	}

	@Test
	void nestedClaimIsLeftOutWithItsOuterOne() {
		assertThat(new GroupsOverage("groups.names").isIn(ENTRA)).isTrue();
		assertThat(new GroupsOverage("https://example.com/groups")
			.isIn(Map.of("_claim_names", Map.of("https://example.com/groups", "src1")))).isTrue();
	}

	@Test
	void otherClaimThatIsNamedElsewhereIsNoMatter() {
		assertThat(new GroupsOverage("roles").isIn(ENTRA)).isFalse();
	}

	@Test
	void groupsThatCameWereNotLeftOut() {
		assertThat(new GroupsOverage("groups")
			.isIn(Map.of("_claim_names", Map.of("groups", "src1"), "groups", List.of("staff")))).isFalse();
		assertThat(new GroupsOverage("groups").isIn(Map.of("hasgroups", true, "groups", List.of()))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "true, groups, true", "false, groups, false", "true, roles, false" })
	void entraSaysInShortTokensOnlyThatThereAreGroups(boolean has, String claim, boolean expected) {
		assertThat(new GroupsOverage(claim).isIn(Map.of("hasgroups", has))).isEqualTo(expected);
		assertThat(new GroupsOverage(claim).isIn(Map.of("hasgroups", String.valueOf(has)))).isEqualTo(expected);
	}

	@Test
	void claimsOfAnotherShapeSayNothing() {
		assertThat(new GroupsOverage("groups").isIn(Map.of("_claim_names", List.of("groups"), "hasgroups", 1)))
			.isFalse();
		assertThat(new GroupsOverage("groups").isIn(Map.of())).isFalse();
	}

}
