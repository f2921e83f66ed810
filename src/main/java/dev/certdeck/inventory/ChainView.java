package dev.certdeck.inventory;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;

import dev.certdeck.certificate.ChainCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The chain of a certificate as the cloud holds it.
 *
 * @param certificates the leaf and its intermediates, none if there is no content or it
 * can't be read
 * @param unreadable why the content can't be read, absent if it can or there is none
 */
record ChainView(List<ChainCertificate> certificates, @Nullable String unreadable) {

	static final ChainView NONE = new ChainView(List.of(), null);

	/**
	 * Reads a chain.
	 * @param pem the content, absent until the certificate is issued
	 * @return the chain
	 */
	static ChainView read(@Nullable String pem) {
		if (pem == null || pem.isBlank()) {
			return NONE;
		}
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			return factory.generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
				.stream()
				.map(X509Certificate.class::cast)
				.map(ChainCertificate::of)
				.collect(Collectors.collectingAndThen(Collectors.toList(), (chain) -> new ChainView(chain, null)));
		}
		catch (CertificateException | IllegalArgumentException ex) {
			return new ChainView(List.of(), String.valueOf(ex.getMessage()));
		}
	}

}
