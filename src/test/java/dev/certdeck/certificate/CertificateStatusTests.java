package dev.certdeck.certificate;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificateStatus}.
 */
class CertificateStatusTests {

	@Test
	void knowsWhatIsDocumented() {
		assertThat(IntStream.rangeClosed(0, 15)).allMatch((code) -> new CertificateStatus(code).isKnown());
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 16, 42, Integer.MIN_VALUE, Integer.MAX_VALUE })
	void keepsWhatItDoesNotKnow(int code) {
		CertificateStatus status = new CertificateStatus(code);
		assertThat(status.isKnown()).isFalse();
		assertThat(status.isPending()).isFalse();
		assertThat(status.code()).isEqualTo(code);
	}

	@Test
	void onlyVerifyingAndWaitingForDnsArePending() {
		assertThat(IntStream.rangeClosed(-1, 16).filter((code) -> new CertificateStatus(code).isPending()))
			.containsExactly(0, 4);
	}

	@Test
	void isOrderedByCode() {
		assertThat(new CertificateStatus(9)).isLessThan(new CertificateStatus(10));
		assertThat(new CertificateStatus(-1)).isLessThan(CertificateStatus.VERIFYING);
	}

}
