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

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.ParsedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Compares an upload with the certificates that the account holds for the same names.
 */
final class RelatedCertificatesRule {

	private static final Duration SAME_END = Duration.ofSeconds(1);

	private final ParsedCertificate leaf;

	private final Set<DomainName> names;

	private final List<Finding> findings = new ArrayList<>();

	private RelatedCertificatesRule(ParsedCertificate leaf) {
		this.leaf = leaf;
		this.names = leaf.names().all();
	}

	static List<Finding> check(ParsedCertificate leaf, List<RelatedCertificate> related, Instant now) {
		RelatedCertificatesRule rule = new RelatedCertificatesRule(leaf);
		Optional<RelatedCertificate> same = related.stream().filter(rule::isSame).findFirst();
		if (same.isPresent()) {
			rule.add((same.get().leaf() != null) ? FindingCode.ALREADY_HELD : FindingCode.PROBABLY_HELD,
					same.get().certificate().id());
		}
		else {
			related.stream()
				.filter((held) -> held.hasKey(leaf.key()))
				.findFirst()
				.map(RelatedCertificate::certificate)
				.ifPresent((held) -> rule.add(FindingCode.KEY_REUSED, held.title(), held.id()));
			rule.predecessor(related, now).ifPresentOrElse(rule::compare, rule::noPredecessor);
		}
		return List.copyOf(rule.findings);
	}

	/**
	 * Tells whether a finding is about the certificates that the account holds.
	 * @param finding any finding
	 * @return {@code true} if it is
	 */
	static boolean isAboutTheAccount(Finding finding) {
		return finding.related() != null || finding.code() == FindingCode.NEW_NAMES;
	}

	private boolean isSame(RelatedCertificate held) {
		return (held.leaf() != null) ? held.leaf().sha256().equals(this.leaf.sha256())
				: new HashSet<>(held.certificate().names()).equals(this.names)
						&& isSameValidity(held.certificate().validity());
	}

	private boolean isSameValidity(@Nullable Validity validity) {
		return validity != null && validity.until() != null && isSame(validity.until(), this.leaf.validUntil())
				&& (validity.from() == null || isSame(validity.from(), this.leaf.validFrom()));
	}

	private static boolean isSame(Instant left, Instant right) {
		return Duration.between(left, right).abs().compareTo(SAME_END) <= 0;
	}

	/**
	 * Finds the certificate that the new one most likely replaces: of those that are
	 * still valid, as far as is known, the one that shares the most names, and of several
	 * the one that is valid longest.
	 * @param related the held certificates
	 * @param now the present
	 * @return the predecessor, if there is one
	 */
	private Optional<Certificate> predecessor(List<RelatedCertificate> related, Instant now) {
		return related.stream()
			.map(RelatedCertificate::certificate)
			.filter((held) -> held.validity() != null && !held.validity().isOver(now) && shared(held) > 0)
			.max(Comparator.comparingLong(this::shared)
				.thenComparing((held) -> validity(held).until(), Comparator.nullsFirst(Comparator.naturalOrder())));
	}

	private long shared(Certificate held) {
		return held.names().stream().filter(this.names::contains).count();
	}

	private static Validity validity(Certificate held) {
		return Objects.requireNonNull(held.validity());
	}

	private void compare(Certificate held) {
		List<DomainName> lost = held.names().stream().filter((name) -> !this.names.contains(name)).toList();
		if (!lost.isEmpty()) {
			add(FindingCode.FEWER_NAMES, held.id(), names(lost));
			return;
		}
		Set<DomainName> kept = new HashSet<>(held.names());
		List<DomainName> gained = this.names.stream().filter((name) -> !kept.contains(name)).toList();
		add(gained.isEmpty() ? FindingCode.SAME_NAMES : FindingCode.MORE_NAMES, held.id(), validity(held),
				names(gained));
		Instant until = validity(held).until();
		if (until != null && until.isAfter(this.leaf.validUntil())) {
			add(FindingCode.ENDS_EARLIER, held.id(), this.leaf.validity(), validity(held));
		}
	}

	private void noPredecessor() {
		if (!this.names.isEmpty()) {
			add(FindingCode.NEW_NAMES);
		}
	}

	private static String names(List<DomainName> names) {
		return names.stream().map(DomainName::unicode).collect(Collectors.joining(", "));
	}

	private void add(FindingCode code, Object... arguments) {
		this.findings.add(Finding.of(code, this.leaf.place(), arguments));
	}

}
