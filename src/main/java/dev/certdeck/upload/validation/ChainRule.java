package dev.certdeck.upload.validation;

import java.util.ArrayList;
import java.util.List;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.ParsedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Checks a chain as a whole.
 */
final class ChainRule {

	private ChainRule() {
	}

	static List<Finding> check(Chain chain, @Nullable CertificateType type) {
		List<Finding> findings = new ArrayList<>();
		chain.duplicates().forEach((again) -> findings.add(of(FindingCode.DUPLICATE, again)));
		if (type == CertificateType.CA) {
			chain.sent()
				.stream()
				.filter((certificate) -> !certificate.isAuthority() && !certificate.isSelfSigned())
				.forEach((other) -> findings.add(of(FindingCode.NOT_AN_AUTHORITY, other)));
			return findings;
		}
		links(chain, findings);
		leaf(chain, findings);
		return findings;
	}

	private static void links(Chain chain, List<Finding> findings) {
		ParsedCertificate falseIssuer = chain.falseIssuer();
		ParsedCertificate last = chain.sent().get(chain.sent().size() - 1);
		if (falseIssuer != null) {
			findings.add(Finding.of(FindingCode.FALSE_ISSUER, falseIssuer.place(), falseIssuer.title(), last.title()));
		}
		else if (last.isSelfIssued() && !last.isSelfSigned()) {
			findings.add(of(FindingCode.BAD_SIGNATURE, last));
		}
		chain.foreign()
			.forEach((other) -> findings
				.add(Finding.of(FindingCode.DOES_NOT_BELONG, other.place(), other.title(), chain.leaf().title())));
		if (chain.reordered()) {
			findings.add(of(FindingCode.REORDERED, chain.leaf()));
		}
		chain.spare()
			.forEach((other) -> findings
				.add(of(other.isSelfSigned() ? FindingCode.ROOT_LEFT_OUT : FindingCode.ISSUER_LEFT_OUT, other)));
		if (chain.missingIssuer() != null) {
			findings.add(Finding.of(FindingCode.MISSING_INTERMEDIATE, chain.leaf().place(), chain.missingIssuer()));
		}
	}

	private static void leaf(Chain chain, List<Finding> findings) {
		ParsedCertificate leaf = chain.leaf();
		if (leaf.isSelfSigned()) {
			findings.add(of(FindingCode.SELF_SIGNED, leaf));
		}
		if (leaf.isAuthority()) {
			findings.add(of(FindingCode.AUTHORITY, leaf));
		}
	}

	private static Finding of(FindingCode code, ParsedCertificate certificate) {
		return Finding.of(code, certificate.place(), certificate.title());
	}

}
