package dev.certdeck.security;

import java.math.BigInteger;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			{"admin": {"org": "corp"}, "viewer": {}}                      | admin viewer
			{"admin": true, "viewer": false, "operator": null}            | admin
			{"name": {}, "id": ["a"]}                                     | name id
			{"name": "ops"}                                               | ops
			{"id": 7, "name": null, "more": "x"}                          | 7
			[{"name": "ops"}, {"value": "staff", "display": "Staff"}, {"id": 7}] | ops staff 7
			[{"id": 7, "name": "ops"}, {"name": "role", "value": "admin"}]       | 7 ops admin role
			[{"admin": {"org": "corp"}}, {"name": true}]                  | admin name
			["a", ["b", ["c", {"d": {}}]], 5, null, true, false, {}, []]  | a b c d 5
			[12345, 12345.0, 1e5, 0, -7, -0.0, 1.5]                       | 12345 100000 0 -7 1.5
			[9007199254740993, 9223372036854775807]                       | 9007199254740993 9223372036854775807
			[12345678901234567891, 9007199254740993.0, 1e300]             |
			12345                                                         | 12345
			true                                                          |
			null                                                          |
			"a,b c"                                                       | a,b_c
			""")
	void groupsAreNamedInManyShapes(String json, String groups) throws ParseException {
		Map<String, Object> claims = JSONObjectUtils.parse("{\"groups\": %s}".formatted(json));
		assertThat(groups("groups", claims)).map((group) -> group.replace(' ', '_'))
			.containsExactlyInAnyOrder((groups != null) ? groups.split(" ") : new String[0]);
	}

	@Test
	void wholeNumberOfAnySizeIsNamedByItsDigitsWhereTheyAreKnown() {
		assertThat(groups("groups", Map.of("groups", new BigInteger("12345678901234567891"))))
			.containsExactly("12345678901234567891");
	}

	@ParameterizedTest
	@CsvSource({ "',', 'a, b c,,d,', 'a;b c;d'", "' ', '  a b,c  d ', 'a;b,c;d'", "'::', 'a:b::c', 'a:b;c'",
			"'.', 'a.b', 'a;b'", "'|', 'a|b', 'a;b'", "'', 'a,b', 'a,b'" })
	void delimiterPartsASingleText(String delimiter, String text, String groups) {
		assertThat(new GroupsClaim("groups", delimiter).groups(Map.of("groups", text)))
			.containsExactlyInAnyOrder(groups.split(";"));
	}

	@Test
	void delimiterPartsNoEntryOfAList() {
		assertThat(new GroupsClaim("groups", ",").groups(Map.of("groups", List.of("CN=Ops,DC=corp", "a,b"))))
			.containsExactlyInAnyOrder("CN=Ops,DC=corp", "a,b");
	}

	@Test
	void nameIsTakenAsItIs() {
		assertThat(groups("groups", Map.of("groups", List.of(" admin", "admin ")))).doesNotContain("admin");
	}

	private static Collection<String> groups(String path, Map<String, Object> claims) {
		return List.copyOf(new GroupsClaim(path, null).groups(claims));
	}

}
