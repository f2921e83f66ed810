package dev.certdeck.inventory;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;

import dev.certdeck.certificate.ChainCertificate;
import dev.certdeck.certificate.TestCertificates;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChainView}.
 */
class ChainViewTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \n" })
	void contentThatIsNotThereIsNotUnreadable(String pem) {
		assertThat(ChainView.read(pem)).isEqualTo(ChainView.NONE);
	}

	@Test
	void readsTheChainInItsOrder() throws Exception {
		ChainView chain = ChainView.read(certificate("leaf") + "\n" + certificate("intermediate"));
		assertThat(chain.unreadable()).isNull();
		assertThat(chain.certificates()).extracting(ChainCertificate::subject)
			.containsExactly("CN=leaf", "CN=intermediate");
	}

	@Test
	void readsWhatOtherProgramsWrite() throws Exception {
		String windows = certificate("leaf").replace("\n", "\r\n");
		assertThat(ChainView.read(windows).certificates()).hasSize(1);
		assertThat(ChainView.read(windows.strip()).certificates()).hasSize(1);
		assertThat(ChainView.read("subject=CN = leaf\n" + certificate("leaf")).certificates()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
			"-----BEGIN CERTIFICATE-----\n", "-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----\n", "中文",
			"\u0000", "0", "<html></html>" })
	void contentThatIsNoCertificateSaysSo(String pem) {
		ChainView chain = ChainView.read(pem);
		assertThat(chain.certificates()).isEmpty();
		assertThat(chain.unreadable()).isNotBlank().isNotEqualTo("null");
	}

	private static String certificate(String name) throws Exception {
		KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
		X500Name subject = new X500Name("CN=" + name);
		byte[] encoded = new JcaX509v3CertificateBuilder(subject, BigInteger.ONE, Date.from(TestCertificates.NOW),
				Date.from(TestCertificates.NOW.plus(Duration.ofDays(90))), subject, keys.getPublic())
			.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
			.getEncoded();
		return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
			.formatted(Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded));
	}

}
