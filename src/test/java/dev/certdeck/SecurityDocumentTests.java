package dev.certdeck;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what {@code src/docs/security.md} says is shown by tests that exist.
 */
class SecurityDocumentTests {

	private static final Path DOCUMENT = Path.of("src", "docs", "security.md");

	/**
	 * A test class, in {@code dev.certdeck.security} if no package is given, and possibly
	 * one of its methods.
	 */
	private static final Pattern REFERENCE = Pattern.compile("`((?:[a-z0-9]+\\.)*)([A-Z]\\w+Tests)(?:\\.(\\w+))?`");

	@Test
	void documentHasRows() throws IOException {
		assertThat(rows().toList()).hasSizeGreaterThan(50);
	}

	@ParameterizedTest
	@MethodSource("rows")
	void rowNamesTestsThatExist(String row) {
		List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
		List<MatchResult> references = REFERENCE.matcher(cells.get(cells.size() - 1)).results().toList();
		assertThat(references).as("the tests in the last column").isNotEmpty();
		assertThat(references).allSatisfy((reference) -> {
			Class<?> tests = find(reference.group(1), reference.group(2));
			if (reference.group(3) != null) {
				assertThat(tests.getDeclaredMethods()).extracting(Method::getName).contains(reference.group(3));
			}
		});
	}

	private static Stream<String> rows() throws IOException {
		return Files.readAllLines(DOCUMENT)
			.stream()
			.filter((line) -> line.startsWith("| ") && !line.startsWith("| requirement"));
	}

	private static Class<?> find(String room, String name) throws ClassNotFoundException {
		if (!room.isEmpty()) {
			return Class.forName("dev.certdeck." + room + name);
		}
		try {
			return Class.forName("dev.certdeck.security." + name);
		}
		catch (ClassNotFoundException ex) {
			return Class.forName("dev.certdeck." + name);
		}
	}

}
