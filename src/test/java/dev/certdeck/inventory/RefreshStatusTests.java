package dev.certdeck.inventory;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RefreshStatus}.
 */
class RefreshStatusTests {

	@ParameterizedTest
	@CsvSource({ "0, 0, 0", "0, 3, 0", "1, 3, 33", "3, 3, 100", "4, 3, 100", "99999, 100000, 99",
			"2000000000, 2000000000, 100" })
	void tellsPercent(int done, int total, int percent) {
		assertThat(new RefreshStatus(RefreshStatus.Phase.CERTIFICATES, done, total, null, null).percent())
			.isEqualTo(percent);
	}

	@Test
	void saysNothingThatALibrarySays() {
		assertThat(RefreshStatus
			.ended(RefreshFailure.of(new IllegalStateException("words of a library")), TestCertificates.NOW)
			.failure()).isEqualTo("Certdeck itself failed; its log says why");
	}

	@Test
	void keepsTheLastFailureWhileTheNextTryRuns() {
		CloudException failure = TestCertificates.failure(CloudException.Failure.REFUSED, false);
		RefreshStatus failed = RefreshStatus.ended(RefreshFailure.of(failure), TestCertificates.NOW);
		assertThat(failed.isRunning()).isFalse();
		RefreshStatus trying = failed.in(RefreshStatus.Phase.USAGE, 1, 2);
		assertThat(trying)
			.isEqualTo(new RefreshStatus(RefreshStatus.Phase.USAGE, 1, 2, RefreshFailure.of(failure), null));
		assertThat(trying.isRunning()).isTrue();
	}

}
