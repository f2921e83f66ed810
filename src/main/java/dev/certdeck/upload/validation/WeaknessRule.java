package dev.certdeck.upload.validation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.key.KeyAlgorithm.Family;
import dev.certdeck.pki.key.PublicKey;
import dev.certdeck.pki.key.Roca;

/**
 * Finds keys and signatures that are too weak among the certificates that are sent. A
 * self-signature proves nothing and can't be too weak.
 */
final class WeaknessRule {

	private static final int MINIMUM_RSA_BITS = 2048;

	private static final BigInteger USUAL_EXPONENT = BigInteger.valueOf(65537);

	private WeaknessRule() {
	}

	static List<Finding> check(Chain chain) {
		List<Finding> findings = new ArrayList<>();
		key(chain.leaf(), findings);
		for (ParsedCertificate certificate : chain.sent()) {
			if (!certificate.isSelfSigned()) {
				certificate.weakDigest()
					.ifPresent((digest) -> findings
						.add(Finding.of(FindingCode.WEAK_DIGEST, certificate.place(), certificate.title(), digest)));
			}
		}
		return findings;
	}

	private static void key(ParsedCertificate leaf, List<Finding> findings) {
		PublicKey key = leaf.key();
		if (key.algorithm().family() == Family.RSA && key.algorithm().bits() < MINIMUM_RSA_BITS) {
			findings.add(Finding.of(FindingCode.SMALL_KEY, leaf.place(), key.algorithm().name()));
		}
		key.rsaExponent()
			.filter((exponent) -> exponent.compareTo(USUAL_EXPONENT) < 0)
			.ifPresent((exponent) -> findings
				.add(Finding.of(FindingCode.SMALL_EXPONENT, leaf.place(), exponent.toString())));
		if (key.rsaModulus().filter(Roca::isVulnerable).isPresent()) {
			findings.add(Finding.of(FindingCode.ROCA, leaf.place()));
		}
	}

}
