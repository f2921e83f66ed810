package dev.certdeck.upload;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.HeldCertificate;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.verdict.Leaf;

/**
 * Finds a leaf among the certificates that the account holds.
 */
class HeldLeaves {

	private static final Duration TOLERANCE = Duration.ofDays(1);

	private final Inventory inventory;

	private final CertificateStore store;

	HeldLeaves(Inventory inventory, CertificateStore store) {
		this.inventory = inventory;
		this.store = store;
	}

	/**
	 * Finds the certificate with the same SHA-256 fingerprint, in the snapshot and by the
	 * cloud's own search, so that one that was uploaded elsewhere a moment ago is found
	 * too.
	 * @param leaf the leaf
	 * @return the id of the held certificate, if there is one
	 * @throws dev.certdeck.certificate.CloudException if the cloud can't be asked
	 */
	Optional<CertificateId> find(Leaf leaf) {
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

	private Stream<Certificate> searched(Leaf leaf) {
		return leaf.names().stream().limit(1).flatMap((name) -> this.store.search(name.ascii()).stream());
	}

	private static Predicate<Certificate> resembles(Leaf leaf) {
		return (certificate) -> sharesName(certificate, leaf) && endsTogether(certificate, leaf);
	}

	private static boolean sharesName(Certificate certificate, Leaf leaf) {
		return leaf.names().isEmpty() || certificate.names().isEmpty()
				|| certificate.names().stream().anyMatch(leaf.names()::contains);
	}

	private static boolean endsTogether(Certificate certificate, Leaf leaf) {
		return certificate.validity() != null
				&& Duration.between(certificate.validity().until(), leaf.expiresAt()).abs().compareTo(TOLERANCE) <= 0;
	}

	private boolean isHeld(CertificateId id, Leaf leaf) {
		return this.store.read(id)
			.map(HeldCertificate::chain)
			.flatMap(PemCertificate::first)
			.filter((certificate) -> certificate.sha256().equals(leaf.sha256()))
			.isPresent();
	}

}
