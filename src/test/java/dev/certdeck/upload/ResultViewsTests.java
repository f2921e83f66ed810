package dev.certdeck.upload;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.web.TestMessages;
import dev.certdeck.web.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResultViews}.
 */
class ResultViewsTests {

	private final ResultViews views = new ResultViews(TestMessages.load(), new Times(ZoneOffset.ofHours(8)),
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
		ResultView view = this.views.of(TestMaterial.validate(endless.pem(), endless.key()));
		assertThat(view.preview().validity().until()).isEqualTo("no end");
		assertThat(view.preview().validity().left()).isEqualTo("The validity has no end.");
		assertThat(view.preview().chain().get(0).until()).isEqualTo("no end");
		assertThat(view.warnings()).extracting(view::text)
			.anySatisfy((text) -> assertThat(text).startsWith("The certificate has no end."));
		assertThat(Stream.of(view.problems(), view.warnings(), view.notes()).flatMap(List::stream).map(view::text))
			.noneMatch((text) -> text.contains("10000-") || text.contains("9999-"));
		assertThat(view.preview().toString()).doesNotContain("10000-", "9999-");
	}

	@Test
	void heldCertificateWithoutAKnownEndIsToldAsSuch() {
		Finding finding = Finding.of(FindingCode.SAME_NAMES, Field.CHAIN, new CertificateId("GjTNRoK7"),
				new Validity(null, null, true), "");
		assertThat(this.views.text(finding)).isEqualTo(
				"The account holds GjTNRoK7 for the same names (valid until: not known). This certificate can replace it.");
	}

	static Stream<Finding> findings() {
		return Arrays.stream(FindingCode.values())
			.flatMap(
					(code) -> Stream.of(Field.CHAIN, Field.KEY).map((field) -> Finding.of(code, field, 1, 2, 3, 4, 5)));
	}

}
