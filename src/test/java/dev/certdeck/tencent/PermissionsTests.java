package dev.certdeck.tencent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documented CAM policies allow what Certdeck calls, and no more.
 */
class PermissionsTests {

	private static final Pattern POLICY = Pattern.compile("```json\\R(.+?)```", Pattern.DOTALL);

	@ParameterizedTest
	@CsvSource({ "README.md, v3, (?:Describe|Create|Upload|Delete(?!Result|TaskResult)|Update)[A-Z]\\w+",
			"src/docs/apis.md, v2, (?:Describe|Get)[A-Z]\\w+|Cert(?:GetList|Upload|Delete)" })
	void policyAllowsWhatIsCalled(Path document, String dialect, String action) throws IOException {
		assertThat(allowed(document)).isEqualTo(called(dialect, action));
	}

	private static Set<String> allowed(Path document) throws IOException {
		String policy = POLICY.matcher(Files.readString(document)).results().findFirst().orElseThrow().group(1);
		Set<String> actions = new TreeSet<>();
		for (JsonNode statement : new JsonMapper().readTree(policy).get("statement")) {
			assertThat(statement.get("effect").asString()).isEqualTo("allow");
			statement.get("action").forEach((action) -> actions.add(action.asString().replaceAll("^[a-z]+:", "")));
		}
		return actions;
	}

	private static Set<String> called(String dialect, String action) throws IOException {
		Pattern literal = Pattern.compile("(?m)^(?!\\s*\\*).*\"(" + action + ")\"");
		try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/certdeck/tencent", dialect))) {
			return sources.map(PermissionsTests::read)
				.flatMap((source) -> literal.matcher(source).results())
				.map((MatchResult match) -> match.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static String read(Path source) {
		try {
			return Files.readString(source);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
