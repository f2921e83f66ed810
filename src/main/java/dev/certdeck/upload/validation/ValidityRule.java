package dev.certdeck.upload.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.upload.validation.Finding.Severity;

/**
 * What is to be said about the validity of a chain.
 */
final class ValidityRule {

	private ValidityRule() {
	}

	/**
	 * Judges the validity.
	 * @param chain the chain
	 * @param now the present
	 * @return the findings
	 */
	static List<Finding> judge(Chain chain, Instant now) {
		List<Finding> findings = new ArrayList<>();
		ParsedCertificate leaf = chain.leaf();
		Validity validity = leaf.validity();
		if (validity.isReversed()) {
			findings.add(Finding.of(Severity.PROBLEM, leaf, "never-valid", leaf.title(), leaf.validFrom(),
					leaf.validUntil()));
		}
		else if (validity.isOver(now)) {
			findings.add(Finding.of(Severity.PROBLEM, leaf, "expired", leaf.title(), leaf.validUntil()));
		}
		else if (leaf.validFrom().isAfter(now)) {
			findings.add(Finding.of(Severity.WARNING, leaf, "not-yet-valid", leaf.title(), leaf.validFrom()));
		}
		if (!leaf.isSelfSigned() && !leaf.isAuthority()) {
			Lifetimes.exceeded(validity).ifPresent((days) -> findings.add(tooLong(leaf, days)));
		}
		chain.sent()
			.stream()
			.skip(1)
			.filter((certificate) -> certificate.validity().isOver(now))
			.forEach((expired) -> findings.add(Finding.of(Severity.WARNING, expired, "intermediate-expired",
					expired.title(), expired.validUntil())));
		return findings;
	}

	private static Finding tooLong(ParsedCertificate leaf, int days) {
		return leaf.validity().isEndless() ? Finding.of(Severity.WARNING, leaf, "no-end", days)
				: Finding.of(Severity.WARNING, leaf, "lifetime", Lifetimes.length(leaf.validity()).toDays(), days);
	}

}
