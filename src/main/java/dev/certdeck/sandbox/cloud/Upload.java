package dev.certdeck.sandbox.cloud;

import org.jspecify.annotations.Nullable;

/**
 * An upload of a certificate.
 *
 * @param type its type
 * @param chain the certificate and its issuers as PEM
 * @param key the private key as PEM, needed for a server certificate
 * @param alias its alias, may be empty
 * @param repeatable whether an identical certificate is stored once more
 */
public record Upload(CertificateType type, String chain, @Nullable String key, String alias, boolean repeatable) {

	@Override
	public String toString() {
		return "Upload[type=" + this.type + ", alias=" + this.alias + "]";
	}

}
