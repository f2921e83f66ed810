package dev.certdeck.certificate;

import java.util.List;
import java.util.Optional;

/**
 * A chain of certificates as far as it can be read.
 *
 * @param certificates the certificates that can be read, in their order
 * @param unreadable how many more there are that can't be read
 */
public record Chain(List<ChainCertificate> certificates, int unreadable) {

	/**
	 * Creates the chain.
	 */
	public Chain {
		certificates = List.copyOf(certificates);
	}

	/**
	 * Reads a chain. No content makes this fail.
	 * @param pem the chain in PEM
	 * @return the chain; a text without certificates is one that can't be read
	 */
	public static Chain read(String pem) {
		List<String> blocks = ChainReader.blocks(pem);
		List<ChainCertificate> read = blocks.stream().map(ChainReader::read).flatMap(Optional::stream).toList();
		return new Chain(read, Math.max(1, blocks.size()) - read.size());
	}

}
