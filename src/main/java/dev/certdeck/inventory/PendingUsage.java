package dev.certdeck.inventory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.certdeck.certificate.CertificateId;
import org.jspecify.annotations.Nullable;

/**
 * The certificates whose usage was not asked for since they were new or changed.
 */
class PendingUsage {

	private final Set<CertificateId> changed = new HashSet<>();

	/**
	 * Remembers a certificate if it is shown otherwise than before.
	 * @param before the certificate as it was, absent if it was not known
	 * @param after the certificate as it is now, absent if it is gone
	 */
	void compare(@Nullable Entry before, @Nullable Entry after) {
		if (before != null && after != null && !before.certificate().equals(after.certificate())) {
			this.changed.add(after.id());
		}
	}

	/**
	 * Forgets certificates whose usage was asked for.
	 * @param asked the certificates
	 */
	void asked(Collection<CertificateId> asked) {
		this.changed.removeAll(asked);
	}

	/**
	 * Returns the certificates of a snapshot whose usage was never asked for, or not
	 * since they changed.
	 * @param snapshot the snapshot
	 * @return the certificates
	 */
	List<CertificateId> of(Snapshot snapshot) {
		return snapshot.entries()
			.stream()
			.filter((entry) -> entry.usage().unknown().containsValue("") || this.changed.contains(entry.id()))
			.map(Entry::id)
			.toList();
	}

}
