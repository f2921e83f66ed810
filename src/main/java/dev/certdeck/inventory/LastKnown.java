package dev.certdeck.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CloudException;

/**
 * Keeps certificates as they were last known if their row can't be read any more or is
 * missing from a list that changed while it was read. Only what the cloud says it does
 * not hold is gone.
 */
class LastKnown {

	private static final int MOST_ASKED = 20;

	private final CertificateStore store;

	LastKnown(CertificateStore store) {
		this.store = store;
	}

	/**
	 * Adds to a list the certificates whose rows may be unreadable or missing.
	 * @param list the list as it was read
	 * @param before the snapshot before, if there was one
	 * @return the list with those that were known before, unless the cloud says that they
	 * are gone
	 */
	CertificateList complete(CertificateList list, Optional<Snapshot> before) {
		if ((list.unreadable() == 0 && list.exact()) || before.isEmpty()) {
			return list;
		}
		List<Certificate> missing = missing(list, before.get());
		List<Certificate> certificates = new ArrayList<>(list.certificates());
		missing.stream().limit(MOST_ASKED).flatMap((known) -> held(known).stream()).forEach(certificates::add);
		missing.stream().skip(MOST_ASKED).forEach(certificates::add);
		return new CertificateList(certificates, list.unreadable(), list.exact());
	}

	private static List<Certificate> missing(CertificateList list, Snapshot before) {
		Set<CertificateId> listed = list.certificates().stream().map(Certificate::id).collect(Collectors.toSet());
		return before.entries()
			.stream()
			.map(Entry::certificate)
			.filter((certificate) -> !listed.contains(certificate.id()))
			.toList();
	}

	private Optional<Certificate> held(Certificate known) {
		try {
			return this.store.find(known.id());
		}
		catch (CloudException ex) {
			return Optional.of(known);
		}
	}

}
