package dev.certdeck.sandbox.cloud;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.bouncycastle.cert.X509CertificateHolder;

/**
 * One certificate of a chain.
 *
 * @param subject its subject
 * @param issuer its issuer
 * @param fingerprint its SHA-1 in hexadecimal digits
 * @param validity its validity
 */
public record ChainLink(String subject, String issuer, String fingerprint, Validity validity) {

	static ChainLink of(X509CertificateHolder certificate) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
			return new ChainLink(certificate.getSubject().toString(), certificate.getIssuer().toString(),
					HexFormat.of().withUpperCase().formatHex(digest), Validity.of(certificate));
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("Cannot compute a fingerprint", ex);
		}
	}

}
