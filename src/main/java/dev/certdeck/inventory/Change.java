package dev.certdeck.inventory;

import java.util.ArrayList;
import java.util.List;

import dev.certdeck.certificate.CertificateId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of the inventory that has changed.
 *
 * @param id the certificate's id
 * @param entry the certificate as it is now, absent if it is gone
 */
record Change(CertificateId id, @Nullable Entry entry) {

	/**
	 * Compares two snapshots.
	 * @param before the snapshot before
	 * @param after the snapshot after it
	 * @return the certificates that differ
	 */
	static List<Change> between(Snapshot before, Snapshot after) {
		List<Change> changes = new ArrayList<>();
		after.entries().forEach((entry) -> {
			if (before.find(entry.id()).filter(entry::equals).isEmpty()) {
				changes.add(new Change(entry.id(), entry));
			}
		});
		before.entries().forEach((entry) -> {
			if (after.find(entry.id()).isEmpty()) {
				changes.add(new Change(entry.id(), null));
			}
		});
		return changes;
	}

	/**
	 * Decides between this change and another one of the same certificate. Of both usages
	 * the later one stays.
	 * @param other the certificate after the other change, absent if it is gone
	 * @param wins whether this change is the later one
	 * @return the change that stays
	 */
	Change or(@Nullable Entry other, boolean wins) {
		Entry later = wins ? this.entry : other;
		Entry earlier = wins ? other : this.entry;
		if (later == null || earlier == null || !earlier.usage().asOf().isAfter(later.usage().asOf())) {
			return new Change(this.id, later);
		}
		return new Change(this.id, new Entry(later.certificate(), earlier.usage()));
	}

}
