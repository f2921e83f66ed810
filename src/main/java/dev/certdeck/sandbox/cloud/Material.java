package dev.certdeck.sandbox.cloud;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The chain and key of a certificate.
 *
 * @param chain the certificate and its issuers as PEM, the leaf first
 * @param key the private key as PEM, {@code null} if it was not uploaded
 */
public record Material(String chain, @Nullable String key) {

	/**
	 * Returns the certificates of the chain.
	 * @return the leaf and its issuers
	 */
	public List<ChainLink> links() {
		return UploadedChain.read(this.chain).links();
	}

	@Override
	public String toString() {
		return "Material[]";
	}

}
