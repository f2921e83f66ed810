package dev.certdeck.list;

import java.time.Instant;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.Usage;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Snapshot;

/**
 * The counts of the tiles above the list.
 *
 * @param all all certificates
 * @param expiring those that expire soon
 * @param expired those that are expired
 * @param bound those that are in use
 * @param unconfirmed those that were in use when that was last known
 * @param deletable those that can be deleted
 */
record Tiles(int all, int expiring, int expired, int bound, int unconfirmed, int deletable) {

	/**
	 * Counts.
	 * @param snapshot the snapshot
	 * @param expiring which certificates expire soon
	 * @param policy decides which certificates can be deleted
	 * @param now the present
	 * @return the counts
	 */
	static Tiles count(Snapshot snapshot, Expiry expiring, DeletionPolicy policy, Instant now) {
		int soon = 0;
		int expired = 0;
		int bound = 0;
		int unconfirmed = 0;
		int deletable = 0;
		for (Entry entry : snapshot.entries()) {
			Certificate certificate = entry.certificate();
			soon += expiring.test(certificate, now) ? 1 : 0;
			expired += Expiry.EXPIRED.test(certificate, now) ? 1 : 0;
			bound += (entry.usage().state() == Usage.State.BOUND) ? 1 : 0;
			unconfirmed += (entry.usage().state() == Usage.State.UNCONFIRMED) ? 1 : 0;
			deletable += policy.decide(certificate, entry.usage(), now).isAllowed() ? 1 : 0;
		}
		return new Tiles(snapshot.entries().size(), soon, expired, bound, unconfirmed, deletable);
	}

}
