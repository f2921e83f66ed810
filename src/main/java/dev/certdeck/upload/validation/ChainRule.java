package dev.certdeck.upload.validation;

import java.util.ArrayList;
import java.util.List;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.upload.validation.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a chain as a whole.
 */
final class ChainRule {

	private ChainRule() {
	}

	/**
	 * Judges a chain.
	 * @param chain the chain
	 * @param type what it is uploaded for, absent if that is not known
	 * @return the findings
	 */
	static List<Finding> judge(Chain chain, @Nullable CertificateType type) {
		List<Finding> findings = new ArrayList<>();
		chain.duplicates().forEach((again) -> findings.add(note(again, "duplicate")));
		if (type == CertificateType.CA) {
			chain.sent()
				.stream()
				.filter((certificate) -> !certificate.isAuthority() && !certificate.isSelfSigned())
				.forEach((other) -> findings
					.add(Finding.of(Severity.PROBLEM, other, "not-an-authority", other.title())));
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
			findings.add(Finding.of(Severity.PROBLEM, falseIssuer, "false-issuer", falseIssuer.title(), last.title()));
		}
		else if (last.isSelfIssued() && !last.isSelfSigned()) {
			findings.add(Finding.of(Severity.PROBLEM, last, "bad-signature", last.title()));
		}
		chain.foreign()
			.forEach((other) -> findings
				.add(Finding.of(Severity.PROBLEM, other, "does-not-belong", other.title(), chain.leaf().title())));
		if (chain.reordered()) {
			findings.add(note(chain.leaf(), "reordered"));
		}
		chain.spare()
			.forEach((other) -> findings.add(note(other, other.isSelfSigned() ? "root-left-out" : "issuer-left-out")));
		if (chain.missingIssuer() != null) {
			findings.add(Finding.of(Severity.WARNING, chain.leaf(), "missing-intermediate", chain.missingIssuer()));
		}
	}

	private static void leaf(Chain chain, List<Finding> findings) {
		ParsedCertificate leaf = chain.leaf();
		if (leaf.isSelfSigned()) {
			findings.add(Finding.of(Severity.WARNING, leaf, "self-signed", leaf.title()));
		}
		if (leaf.isAuthority()) {
			findings.add(Finding.of(Severity.WARNING, leaf, "authority", leaf.title()));
		}
	}

	private static Finding note(ParsedCertificate certificate, String code) {
		return Finding.of(Severity.NOTE, certificate, code, certificate.title());
	}

}
