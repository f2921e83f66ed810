package dev.certdeck.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.certdeck.certificate.Validity;
import dev.certdeck.upload.pem.Change;
import dev.certdeck.upload.pem.Fault;
import dev.certdeck.upload.verdict.Field;
import dev.certdeck.upload.verdict.Finding;
import dev.certdeck.web.TestMessages;
import dev.certdeck.web.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VerdictViews}.
 */
class VerdictViewsTests {

	private static final List<String> RULES = rules();

	private final VerdictViews views = new VerdictViews(TestMessages.load(), new Times(ZoneOffset.ofHours(8)),
			Clock.fixed(TestMaterial.NOW, ZoneOffset.UTC));

	@ParameterizedTest
	@MethodSource("findings")
	void everyFindingHasWordsWithItsParticulars(Finding finding) {
		assertThat(this.views.text(finding)).isNotBlank().doesNotContain("{", "}", "''");
	}

	@Test
	void noEndIsToldAsSuchEverywhere() {
		TestCertificate endless = TestCertificate.server("a.example.com", TestCertificate.authority("CN=Issuer"))
			.valid(TestMaterial.NOW, Validity.NO_END);
		VerdictView view = this.views.of(TestMaterial.judge(endless.pem(), endless.key()));
		assertThat(view.preview().until()).isEqualTo("no end");
		assertThat(view.preview().left()).isEqualTo("The validity has no end.");
		assertThat(view.preview().chain().get(0).until()).isEqualTo("no end");
		assertThat(view.toString()).contains("The certificate has no end.").doesNotContain("10000-", "9999-");
	}

	@Test
	void heldCertificateWithoutAKnownEndIsToldAsSuch() {
		Finding finding = Finding.problem(Field.CHAIN, "same-names", "GjTNRoK7", new Validity(null, null, true), "");
		assertThat(this.views.text(finding)).isEqualTo(
				"The account holds GjTNRoK7 for the same names (valid until: not known). This certificate can replace it.");
	}

	static Stream<Finding> findings() {
		Stream<String> codes = Stream.concat(Arrays.stream(Fault.Code.values()), Arrays.stream(Change.Code.values()))
			.map((code) -> code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
		return Stream.concat(codes, RULES.stream())
			.flatMap((code) -> Stream.of(Field.CHAIN, Field.KEY)
				.map((field) -> Finding.problem(field, code, 1, 2, 3, 4, 5)));
	}

	/**
	 * Collects the codes that stand in the sources of the rules.
	 * @return the codes
	 */
	private static List<String> rules() {
		try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/certdeck/upload/verdict"))) {
			List<String> codes = files.map(VerdictViewsTests::read)
				.flatMap((source) -> Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"").matcher(source).results())
				.map((code) -> code.group(1))
				.distinct()
				.toList();
			assertThat(codes).hasSizeGreaterThan(30);
			return codes;
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
