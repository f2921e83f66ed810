package dev.certdeck.upload.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.upload.validation.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about an upload beside the certificates that the account holds.
 */
final class RelatedCertificatesRule {

	static final String ALREADY_HELD = "already-held";

	private static final String NEW_NAMES = "new-names";

	private static final Duration SAME_END = Duration.ofSeconds(1);

	private final ParsedCertificate leaf;

	private final List<Finding> findings = new ArrayList<>();

	private RelatedCertificatesRule(ParsedCertificate leaf) {
		this.leaf = leaf;
	}

	/**
	 * Compares a leaf with what is held.
	 * @param leaf the leaf
	 * @param related the held certificates that share names with it
	 * @param now the present
	 * @return the findings
	 */
	static List<Finding> judge(ParsedCertificate leaf, RelatedCertificates related, Instant now) {
		RelatedCertificatesRule rule = new RelatedCertificatesRule(leaf);
		Optional<RelatedCertificates.Held> same = related.certificates().stream().filter(rule::isSame).findFirst();
		if (same.isPresent()) {
			rule.same(same.get());
		}
		else {
			rule.key(related);
			rule.predecessor(related, now).ifPresentOrElse(rule::compare, rule::brandNew);
		}
		return List.copyOf(rule.findings);
	}

	/**
	 * Tells whether a finding says what the account holds beside the upload.
	 * @param finding any finding
	 * @return {@code true} if it is about what is held
	 */
	static boolean isAboutTheAccount(Finding finding) {
		return finding.related() != null || finding.code().equals(NEW_NAMES);
	}

	private boolean isSame(RelatedCertificates.Held held) {
		return (held.leaf() != null) ? held.leaf().sha256().equals(this.leaf.sha256())
				: sharesAll(held) && isSameValidity(held.validity());
	}

	private boolean sharesAll(RelatedCertificates.Held held) {
		return held.names().size() == this.leaf.names().size() && held.names().stream().allMatch(this.leaf::hasName);
	}

	private boolean isSameValidity(@Nullable Validity validity) {
		return validity != null && validity.until() != null && isSame(validity.until(), this.leaf.validUntil())
				&& (validity.from() == null || isSame(validity.from(), this.leaf.validFrom()));
	}

	private static boolean isSame(Instant left, Instant right) {
		return Duration.between(left, right).abs().compareTo(SAME_END) <= 0;
	}

	private void same(RelatedCertificates.Held held) {
		add((held.leaf() != null) ? Severity.PROBLEM : Severity.WARNING,
				(held.leaf() != null) ? ALREADY_HELD : "probably-held", held, held.id().value());
	}

	private void key(RelatedCertificates related) {
		related.ofKey(this.leaf.key()).ifPresent((held) -> add(Severity.WARNING, "key-reused", held, held.title()));
	}

	/**
	 * Finds the certificate that the new one most likely replaces: of those that are
	 * still valid, as far as is known, the one that shares most names, and of several the
	 * one that is valid longest.
	 * @param related the held certificates
	 * @param now the present
	 * @return the predecessor, if there is one
	 */
	private Optional<RelatedCertificates.Held> predecessor(RelatedCertificates related, Instant now) {
		return related.certificates()
			.stream()
			.filter((held) -> held.validity() != null && !held.validity().isOver(now) && shared(held) > 0)
			.max(Comparator.comparingLong(this::shared)
				.thenComparing((held) -> validity(held).until(), Comparator.nullsFirst(Comparator.naturalOrder())));
	}

	private long shared(RelatedCertificates.Held held) {
		return held.names().stream().filter(this.leaf::hasName).count();
	}

	private static Validity validity(RelatedCertificates.Held held) {
		return Objects.requireNonNull(held.validity());
	}

	private void compare(RelatedCertificates.Held held) {
		Set<DomainName> names = new HashSet<>(held.names());
		List<DomainName> lost = held.names().stream().filter((name) -> !this.leaf.hasName(name)).toList();
		List<DomainName> gained = this.leaf.names().stream().filter((name) -> !names.contains(name)).toList();
		if (!lost.isEmpty()) {
			add(Severity.WARNING, "fewer-names", held, held.id().value(), names(lost));
		}
		else {
			add(Severity.NOTE, gained.isEmpty() ? "same-names" : "more-names", held, held.id().value(), validity(held),
					names(gained));
		}
		Instant until = validity(held).until();
		if (lost.isEmpty() && until != null && until.isAfter(this.leaf.validUntil())) {
			add(Severity.WARNING, "ends-earlier", held, held.id().value(), this.leaf.validity(), validity(held));
		}
	}

	private void brandNew() {
		if (!this.leaf.names().isEmpty()) {
			this.findings.add(Finding.of(Severity.NOTE, this.leaf, NEW_NAMES));
		}
	}

	private static String names(List<DomainName> names) {
		return names.stream().map(DomainName::unicode).collect(Collectors.joining(", "));
	}

	private void add(Severity severity, String code, RelatedCertificates.Held held, Object... arguments) {
		this.findings.add(Finding.of(severity, this.leaf, code, arguments).about(held.id()));
	}

}
