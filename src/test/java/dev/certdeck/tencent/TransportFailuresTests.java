package dev.certdeck.tencent;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransportFailures}; how far exchanges came is tested with
 * {@link CloudCalls}.
 */
class TransportFailuresTests {

	private static final String LIBRARY = "words of a library";

	private final TransportFailures failures = new TransportFailures(Duration.ofSeconds(1), 100);

	@ParameterizedTest
	@MethodSource("handshakes")
	void saysInItsOwnWordsWhyAConnectionIsNotTrusted(Throwable cause, String words) {
		SSLHandshakeException handshake = new SSLHandshakeException(LIBRARY);
		handshake.initCause(cause);
		assertThat(this.failures.of(handshake)).hasMessage("no trusted connection: " + words);
	}

	static Stream<Arguments> handshakes() {
		return Stream.of(
				Arguments.of(new CertPathBuilderException(LIBRARY),
						"the server's certificate comes from no authority that is trusted here"),
				Arguments.of(new CertificateExpiredException(LIBRARY),
						"by the clock of this machine the server's certificate is expired"),
				Arguments.of(new CertificateNotYetValidException(LIBRARY),
						"by the clock of this machine the server's certificate is not valid yet"),
				Arguments.of(invalid(BasicReason.EXPIRED),
						"by the clock of this machine the server's certificate is expired"),
				Arguments.of(invalid(BasicReason.REVOKED), "the server's certificate is revoked"),
				Arguments.of(invalid(BasicReason.ALGORITHM_CONSTRAINED),
						"the server's certificate uses an algorithm or a key that is too weak"),
				Arguments.of(new CertificateException(LIBRARY), "the server's certificate is not for this host"),
				Arguments.of(new IllegalStateException(LIBRARY), "the two sides could not agree on TLS"));
	}

	private static CertPathValidatorException invalid(BasicReason reason) {
		return new CertPathValidatorException(LIBRARY, null, null, -1, reason);
	}

}
