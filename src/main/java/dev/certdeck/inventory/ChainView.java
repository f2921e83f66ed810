package dev.certdeck.inventory;

import java.util.List;

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
			return new ChainView(ChainCertificate.read(pem), null);
		}
		catch (IllegalArgumentException ex) {
			return new ChainView(List.of(), String.valueOf(ex.getMessage()));
		}
	}

}
