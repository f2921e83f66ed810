package dev.certdeck.certificate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CertificateId}.
 */
class CertificateIdTests {

	@ParameterizedTest
	@ValueSource(strings = { "GjTNRoK7", "a", "0", "a-b_c", "-",
			"0123456789012345678901234567890123456789012345678901234567890123" })
	void takesLettersDigitsHyphensAndUnderscores(String value) {
		assertThat(CertificateId.isValid(value)).isTrue();
		assertThat(new CertificateId(value)).hasToString(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a\n", "\na", "a/b", "..", "a%2Fb", "é", "１", "a\u0000", "<b>", "a;b",
			"01234567890123456789012345678901234567890123456789012345678901234" })
	void refusesWhatCanNotBeAnId(String value) {
		assertThat(CertificateId.isValid(value)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new CertificateId(value))
			.withMessage("Not a certificate id");
	}

	@Test
	void caseMatters() {
		assertThat(new CertificateId("abc")).isNotEqualTo(new CertificateId("ABC"))
			.isGreaterThan(new CertificateId("ABC"))
			.isEqualTo(new CertificateId("abc"));
	}

}
