package dev.certdeck.upload.validation;

import java.util.List;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.ParsedCertificate;

/**
 * Checks the names of a server certificate.
 */
final class NameRule {

	private NameRule() {
	}

	static List<Finding> check(ParsedCertificate leaf) {
		if (leaf.names().all().isEmpty()) {
			return List.of(Finding.of(FindingCode.NO_NAMES, leaf.place()));
		}
		if (leaf.names().alternatives().isEmpty()) {
			return List.of(Finding.of(FindingCode.NO_ALTERNATIVE_NAMES, leaf.place(), leaf.title()));
		}
		return leaf.names()
			.commonName()
			.filter((name) -> !leaf.names().alternatives().contains(name))
			.map(DomainName::unicode)
			.map((name) -> Finding.of(FindingCode.COMMON_NAME_ALONE, leaf.place(), name))
			.stream()
			.toList();
	}

}
