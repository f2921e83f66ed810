package dev.certdeck.upload.validation;

import java.util.List;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.upload.validation.Finding.Severity;

/**
 * What is to be said about the names of a server certificate.
 */
final class NameRule {

	private NameRule() {
	}

	/**
	 * Judges the names.
	 * @param leaf a server certificate
	 * @return the findings
	 */
	static List<Finding> judge(ParsedCertificate leaf) {
		if (leaf.names().isEmpty()) {
			return List.of(Finding.of(Severity.WARNING, leaf, "no-names"));
		}
		if (leaf.alternativeNames().isEmpty()) {
			return List.of(Finding.of(Severity.WARNING, leaf, "no-alternative-names", leaf.title()));
		}
		return leaf.commonName()
			.filter((name) -> !leaf.alternativeNames().contains(name))
			.map(DomainName::unicode)
			.map((name) -> Finding.of(Severity.WARNING, leaf, "common-name-alone", name))
			.stream()
			.toList();
	}

}
