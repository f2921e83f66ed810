package dev.certdeck.upload.verdict;

import java.util.List;

import dev.certdeck.upload.key.Pairing;
import dev.certdeck.upload.pem.PemCertificate;
import org.jspecify.annotations.Nullable;

/**
 * What was read, as the page shows it before anything is sent.
 *
 * @param sent the chain as it is sent, the leaf first
 * @param leftOut the certificates that are left out
 * @param missingIssuer the issuer of the last certificate if it should be there and is
 * not
 * @param keyName the key's algorithm, absent if there is no key
 * @param pairing whether the key belongs to the leaf, absent if there is no key
 */
public record Preview(List<PemCertificate> sent, List<PemCertificate> leftOut, @Nullable String missingIssuer,
		@Nullable String keyName, @Nullable Pairing pairing) {

	/**
	 * Returns the leaf.
	 * @return the first certificate of the chain
	 */
	public PemCertificate leaf() {
		return this.sent.get(0);
	}

}
