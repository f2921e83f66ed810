package dev.certdeck.upload;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.pki.CertificateChain;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.upload.validation.RelatedCertificate;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Finds the certificates of the account that share names with an upload, and reads the
 * latest of them.
 */
class RelatedCertificateFinder {

	private static final Log logger = LogFactory.getLog(RelatedCertificateFinder.class);

	private static final int MAXIMUM_READ = 3;

	private static final int MAXIMUM_LEAVES = 1000;

	private final Inventory inventory;

	private final CertificateStore store;

	private final Map<Certificate, ParsedCertificate> leaves = Collections
		.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

			@Override
			protected boolean removeEldestEntry(Map.Entry<Certificate, ParsedCertificate> eldest) {
				return size() > MAXIMUM_LEAVES;
			}

		});

	RelatedCertificateFinder(Inventory inventory, CertificateStore store) {
		this.inventory = inventory;
		this.store = store;
	}

	/**
	 * Finds the certificates that share names with a leaf, without asking the cloud.
	 * @param leaf the leaf
	 * @return the held certificates, with the content of those that were read before
	 */
	List<RelatedCertificate> known(ParsedCertificate leaf) {
		return related(leaf, false);
	}

	/**
	 * Finds the certificates that share names with a leaf, and reads the few that expire
	 * with it, at an unknown time or last. One that can't be read has no content.
	 * @param leaf the leaf
	 * @return the held certificates
	 */
	List<RelatedCertificate> read(ParsedCertificate leaf) {
		return related(leaf, true);
	}

	private List<RelatedCertificate> related(ParsedCertificate leaf, boolean ask) {
		List<Certificate> sharing = this.inventory.snapshot()
			.stream()
			.flatMap((snapshot) -> snapshot.entries().stream())
			.map(Entry::certificate)
			.filter((certificate) -> certificate.type() == CertificateType.SVR)
			.filter((certificate) -> certificate.names().stream().anyMatch(leaf.names().all()::contains))
			.sorted(Comparator.comparing((Certificate certificate) -> end(certificate).equals(leaf.validity().until()))
				.thenComparing(RelatedCertificateFinder::end)
				.reversed())
			.toList();
		if (ask) {
			read(sharing);
		}
		return sharing.stream()
			.map((certificate) -> new RelatedCertificate(certificate, this.leaves.get(certificate)))
			.toList();
	}

	private static Instant end(Certificate certificate) {
		Validity validity = certificate.validity();
		return (validity != null) ? Objects.requireNonNullElse(validity.until(), Instant.MAX) : Instant.MIN;
	}

	private void read(List<Certificate> certificates) {
		try {
			certificates.stream()
				.limit(MAXIMUM_READ)
				.filter((certificate) -> !this.leaves.containsKey(certificate))
				.forEach(this::read);
		}
		catch (CloudException ex) {
			logger.warn("Could not read certificates to compare them with an upload: " + ex.getMessage());
		}
	}

	private void read(Certificate certificate) {
		this.store.read(certificate.id())
			.map(CertificateWithChain::chain)
			.map(CertificateChain::read)
			.flatMap(CertificateChain::leaf)
			.ifPresent((leaf) -> this.leaves.put(certificate, leaf));
	}

}
