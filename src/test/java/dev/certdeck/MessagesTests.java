package dev.certdeck;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;
import dev.certdeck.web.TestMessages;
import dev.certdeck.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the messages with the templates and classes that use them.
 */
class MessagesTests {

	private static final Properties MESSAGES = load();

	private static final Texts TEXTS = TestMessages.load();

	private static final String TEMPLATES = read(Path.of("src/main/resources/templates"), ".html");

	private static final String SOURCES = read(Path.of("src/main/java/dev/certdeck"), ".java");

	@Test
	void everyKeyOfATemplateExists() {
		Set<String> missing = new TreeSet<>();
		Matcher keys = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]|messages\\.msg\\('([\\w.-]+)'").matcher(TEMPLATES);
		int count = 0;
		while (keys.find()) {
			String key = (keys.group(1) != null) ? keys.group(1) : keys.group(2);
			count++;
			if (!MESSAGES.containsKey(key)) {
				missing.add(key);
			}
		}
		assertThat(missing).isEmpty();
		assertThat(count).isGreaterThan(100);
	}

	@Test
	void everyKeyOfAClassExists() {
		Matcher keys = Pattern.compile("(?:text|Message\\.(?:of|join))\\(\"([a-z][\\w-]*\\.[\\w.-]*\\w)\"[,)]")
			.matcher(SOURCES);
		Set<String> used = keys.results().map((result) -> result.group(1)).collect(Collectors.toSet());
		assertThat(used).hasSizeGreaterThan(10).allMatch(MESSAGES::containsKey);
	}

	@Test
	void everyFactArgumentOfATemplateExists() {
		Matcher keys = Pattern.compile(":: (?:fact|copied|flag|instant)\\('([\\w.-]+)'").matcher(TEMPLATES);
		Set<String> used = keys.results().map((result) -> result.group(1)).collect(Collectors.toSet());
		assertThat(used).hasSizeGreaterThan(20).allMatch(MESSAGES::containsKey);
	}

	@Test
	void keysThatAreMadeUpOfAValueExist() {
		Stream<String> keys = Stream
			.of(values("resource-type.long.", ResourceType.values()),
					values("resource-type.count.", ResourceType.values()),
					values("filter.usage.", Usage.State.values()),
					Stream.of("looking", "running", "late", "lost", "over")
						.flatMap((state) -> Stream.of("delete." + state + ".heading", "delete." + state + ".text")),
					Stream.of("q", "host", "status", "type", "plan", "source", "expires", "usage", "deletable")
						.map((name) -> "filter." + name),
					Stream.of("all", "expiring", "expired", "bound", "deletable").map((name) -> "tile." + name))
			.flatMap((stream) -> stream);
		assertThat(keys).allMatch(MESSAGES::containsKey);
	}

	@ParameterizedTest
	@ValueSource(classes = { AuditKind.class, AuditOutcome.class, ResourceType.class, CertificateType.class,
			CloudException.Failure.class, CloudException.Reason.class, Plan.class })
	void everyConstantHasAName(Class<? extends Enum<?>> type) {
		assertThat(type.getEnumConstants()).allSatisfy((constant) -> assertThat(TEXTS.of(constant))
			.matches((name) -> !name.isBlank() || constant == CloudException.Reason.OTHER));
	}

	@Test
	void noMessageNamesThePeriodOfARule() {
		assertThat(MESSAGES.stringPropertyNames()).filteredOn((key) -> MESSAGES.getProperty(key).contains("hour"))
			.isNotEmpty()
			.allSatisfy(
					(key) -> assertThat(MESSAGES.getProperty(key).replaceAll("\\{\\d,choice,(\\{[^}]*}|[^{}])*}", ""))
						.doesNotContain("hour"));
	}

	@Test
	void everyMessageIsUsed() {
		Matcher literals = Pattern.compile("[\"'|{]([a-z][\\w-]*(?:\\.[\\w-]+|\\.?\\$\\{\\w+})*\\.?)(?=[\"'|}(])")
			.matcher(TEMPLATES + SOURCES);
		Set<Pattern> used = literals.results()
			.map((literal) -> literal.group(1))
			.distinct()
			.map(MessagesTests::asPattern)
			.collect(Collectors.toSet());
		assertThat(MESSAGES.stringPropertyNames())
			.filteredOn((key) -> !key
				.matches("(audit-kind|audit-outcome|resource-type|certificate-type|plan|cloud-exception)\\..+"))
			.filteredOn((key) -> used.stream().noneMatch((pattern) -> pattern.matcher(key).matches()))
			.isEmpty();
	}

	@Test
	void everyMessageIsAPatternWithBalancedQuotes() {
		for (String key : MESSAGES.stringPropertyNames()) {
			String pattern = MESSAGES.getProperty(key);
			Object[] arguments = IntStream.range(0, 5)
				.mapToObj((index) -> pattern.contains("{" + index + ",time,") ? Instant.EPOCH : (Object) index)
				.toArray();
			assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
			assertThat(TEXTS.text(key, arguments)).as(key)
				.matches((text) -> !text.isBlank() || pattern.isEmpty())
				.doesNotContain("{", "}", "''");
		}
	}

	private static Pattern asPattern(String literal) {
		String regex = Stream.of(literal.split("(?=\\$\\{)|(?<=})"))
			.map((part) -> part.startsWith("${") ? "[\\w.-]+" : Pattern.quote(part))
			.collect(Collectors.joining());
		return Pattern.compile(literal.endsWith(".") ? regex + ".+" : regex);
	}

	private static Stream<String> values(String prefix, Enum<?>[] values) {
		return Stream.of(values).map((value) -> prefix + Message.key(value));
	}

	private static Properties load() {
		Properties messages = new Properties();
		try (Reader reader = new InputStreamReader(MessagesTests.class.getResourceAsStream("/messages.properties"),
				StandardCharsets.UTF_8)) {
			messages.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return messages;
	}

	private static String read(Path directory, String extension) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(extension))
				.map(MessagesTests::read)
				.collect(Collectors.joining("\n"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
