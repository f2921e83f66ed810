package dev.certdeck.upload;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.pki.CertificateChain;

/**
 * Finds a certificate by its fingerprint among those that the account holds.
 */
class CertificateFinder {

	private static final Duration TOLERANCE = Duration.ofDays(1);

	private final Inventory inventory;

	private final CertificateStore store;

	CertificateFinder(Inventory inventory, CertificateStore store) {
		this.inventory = inventory;
		this.store = store;
	}

	/**
	 * Finds the certificate with the same SHA-256 fingerprint in the snapshot, else with
	 * the cloud's search, which also finds one that was uploaded elsewhere a moment ago.
	 * @param leaf the leaf
	 * @return the id of the held certificate, if there is one
	 * @throws dev.certdeck.certificate.CloudException if the cloud can't be asked
	 */
	Optional<CertificateId> find(CertificateSummary leaf) {
		return Stream.<Supplier<Stream<Certificate>>>of(this::known, () -> searched(leaf))
			.flatMap(Supplier::get)
			.filter(resembles(leaf))
			.map(Certificate::id)
			.distinct()
			.filter((id) -> isHeld(id, leaf))
			.findFirst();
	}

	private Stream<Certificate> known() {
		return this.inventory.snapshot()
			.stream()
			.flatMap((snapshot) -> snapshot.entries().stream())
			.map(Entry::certificate);
	}

	private Stream<Certificate> searched(CertificateSummary leaf) {
		return search(leaf).stream().map(CertificateList::certificates).flatMap(List::stream);
	}

	private Optional<CertificateList> search(CertificateSummary leaf) {
		return leaf.names()
			.stream()
			.filter((name) -> !name.isCut())
			.findFirst()
			.map((name) -> this.store.search(name.ascii()));
	}

	/**
	 * Tells whether a leaf that was not found is certainly not held: the cloud's search,
	 * or for a leaf without names a recent snapshot, was complete and had no row that
	 * can't be read.
	 * @param leaf the leaf
	 * @param notBefore the time after which the snapshot must have been taken
	 * @return {@code false} if it may be held without having been found
	 * @throws dev.certdeck.certificate.CloudException if the cloud can't be asked
	 */
	boolean isConclusive(CertificateSummary leaf, Instant notBefore) {
		return search(leaf).map((found) -> found.unreadable() == 0)
			.orElseGet(() -> this.inventory.snapshot()
				.filter((snapshot) -> snapshot.isExact() && snapshot.unreadable() == 0)
				.filter((snapshot) -> snapshot.asOf().isAfter(notBefore))
				.isPresent());
	}

	private static Predicate<Certificate> resembles(CertificateSummary leaf) {
		Set<DomainName> names = new HashSet<>(leaf.names());
		return (certificate) -> expiresTogether(certificate, leaf) && sharesName(certificate, names);
	}

	private static boolean sharesName(Certificate certificate, Set<DomainName> names) {
		return names.isEmpty() || certificate.names().isEmpty()
				|| certificate.names().stream().anyMatch(names::contains);
	}

	private static boolean expiresTogether(Certificate certificate, CertificateSummary leaf) {
		Validity validity = certificate.validity();
		return validity != null && (validity.until() == null || leaf.expiresAt() == null
				|| Duration.between(validity.until(), leaf.expiresAt()).abs().compareTo(TOLERANCE) <= 0);
	}

	private boolean isHeld(CertificateId id, CertificateSummary leaf) {
		return this.store.read(id)
			.map(CertificateWithChain::chain)
			.map(CertificateChain::read)
			.flatMap(CertificateChain::leaf)
			.filter((certificate) -> certificate.sha256().equals(leaf.sha256()))
			.isPresent();
	}

}
