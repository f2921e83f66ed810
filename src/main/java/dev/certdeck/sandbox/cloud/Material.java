package dev.certdeck.sandbox.cloud;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a certificate is made of.
 *
 * @param chain the certificate and its issuers as PEM, the leaf first
 * @param key the private key as PEM, or {@code null} when it was not handed in
 */
public record Material(String chain, @Nullable String key) {

	/**
	 * The certificates of the chain.
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
