package dev.certdeck.upload.validation;

import java.util.List;

import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.key.Pairing;
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
public record Preview(List<ParsedCertificate> sent, List<ParsedCertificate> leftOut, @Nullable String missingIssuer,
		@Nullable String keyName, @Nullable Pairing pairing) {

	/**
	 * Returns the leaf.
	 * @return the first certificate of the chain
	 */
	public ParsedCertificate leaf() {
		return this.sent.get(0);
	}

}
