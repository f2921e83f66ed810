package dev.certdeck.upload.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.ParsedCertificate;

/**
 * Checks the validity of a chain.
 */
final class ValidityRule {

	private ValidityRule() {
	}

	static List<Finding> check(Chain chain, Instant now) {
		List<Finding> findings = new ArrayList<>();
		ParsedCertificate leaf = chain.leaf();
		Validity validity = leaf.validity();
		if (validity.isReversed()) {
			findings.add(Finding.of(FindingCode.NEVER_VALID, leaf.place(), leaf.title(), leaf.validFrom(),
					leaf.validUntil()));
		}
		else if (validity.isOver(now)) {
			findings.add(Finding.of(FindingCode.EXPIRED, leaf.place(), leaf.title(), leaf.validUntil()));
		}
		else if (leaf.validFrom().isAfter(now)) {
			findings.add(Finding.of(FindingCode.NOT_YET_VALID, leaf.place(), leaf.title(), leaf.validFrom()));
		}
		if (!leaf.isSelfSigned() && !leaf.isAuthority()) {
			Lifetimes.exceeded(validity).ifPresent((days) -> findings.add(tooLong(leaf, days)));
		}
		chain.sent()
			.stream()
			.skip(1)
			.filter((certificate) -> certificate.validity().isOver(now))
			.forEach((expired) -> findings.add(Finding.of(FindingCode.INTERMEDIATE_EXPIRED, expired.place(),
					expired.title(), expired.validUntil())));
		return findings;
	}

	private static Finding tooLong(ParsedCertificate leaf, int days) {
		return leaf.validity().isEndless() ? Finding.of(FindingCode.NO_END, leaf.place(), days)
				: Finding.of(FindingCode.LIFETIME, leaf.place(), Lifetimes.length(leaf.validity()).toDays(), days);
	}

}
