package dev.certdeck.upload;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.Place;
import dev.certdeck.upload.validation.ValidationResult;
import dev.certdeck.web.TestMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResultView}.
 */
class ResultViewTests {

	@ParameterizedTest
	@MethodSource("findings")
	void everyFindingHasATextWithItsArguments(Finding finding) {
		assertThat(view(finding).text(finding)).isNotBlank().doesNotContain("{", "}", "''");
	}

	@Test
	void noEndIsToldAsSuchEverywhere() {
		TestCertificate endless = TestCertificate.server("a.example.com", TestCertificate.authority("CN=Issuer"))
			.valid(TestMaterial.NOW, Validity.NO_END);
		ResultView view = view(TestMaterial.validate(endless.pem(), endless.key()));
		PreviewView preview = view.preview();
		assertThat(preview.until()).isEqualTo("no end");
		assertThat(preview.left()).isEqualTo("The validity has no end.");
		assertThat(preview.description(preview.content().leaf())).endsWith("valid until: no end");
		assertThat(view.warnings()).extracting(view::text)
			.anySatisfy((text) -> assertThat(text).startsWith("The certificate has no end."));
		assertThat(Stream.of(view.problems(), view.warnings(), view.notes()).flatMap(List::stream).map(view::text))
			.noneMatch((text) -> text.contains("10000-") || text.contains("9999-"));
		assertThat(preview.from()).doesNotContain("10000-", "9999-");
	}

	@Test
	void heldCertificateWithoutAKnownEndIsToldAsSuch() {
		Finding finding = Finding.of(FindingCode.SAME_NAMES, Field.CHAIN, new CertificateId("GjTNRoK7"),
				new Validity(null, null, true), "");
		assertThat(view(finding).text(finding)).isEqualTo(
				"The account holds GjTNRoK7 for the same names (valid until: not known). This certificate can replace it.");
	}

	@Test
	void instantIsWrittenInTheZoneOfTheTeamAndInUtc() {
		Finding finding = Finding.of(FindingCode.NOT_YET_VALID, Field.CHAIN, "a.example.com", TestMaterial.NOW);
		assertThat(view(finding).text(finding)).isEqualTo("The certificate for a.example.com is not valid before "
				+ "2026-11-23 20:00:00 +08:00 (2026-11-23 12:00:00 UTC). Until then clients refuse it.");
	}

	@ParameterizedTest
	@CsvSource({ "'', 0, 0, ''", "'', 0, 3, line 3", "'', 2, 0, item 2", "'', 2, 27, 'block 2, line 27'",
			"chain.pem, 0, 0, chain.pem", "chain.pem, 0, 3, 'chain.pem, line 3'", "a.p12, 1000, 0, 'a.p12, item 1000'",
			"chain.pem, 2, 27, 'chain.pem, block 2, line 27'" })
	void placeIsWrittenAsFarAsItIsKnown(String file, int block, int line, String text) {
		Finding finding = Finding.of(FindingCode.SPARE, new Place(Field.CHAIN, file, block, line));
		assertThat(view(finding).place(finding)).isEqualTo(text);
	}

	private static ResultView view(Finding finding) {
		return view(new ValidationResult(List.of(finding), List.of(), null, null));
	}

	private static ResultView view(ValidationResult result) {
		return new ResultView(result, TestMessages.load(), TestMaterial.NOW);
	}

	static Stream<Finding> findings() {
		return Arrays.stream(FindingCode.values())
			.flatMap(
					(code) -> Stream.of(Field.CHAIN, Field.KEY).map((field) -> Finding.of(code, field, 1, 2, 3, 4, 5)));
	}

}
