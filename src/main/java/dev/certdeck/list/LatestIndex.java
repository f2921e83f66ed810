package dev.certdeck.list;

import java.util.Optional;

import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.inventory.InventoryObserver;
import dev.certdeck.inventory.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The index of the snapshot as it is now.
 */
class LatestIndex implements InventoryObserver {

	private final DeletionPolicy policy;

	private volatile @Nullable CertificateIndex shown;

	/**
	 * Creates the holder, without an index.
	 * @param policy decides which certificates can be deleted
	 */
	LatestIndex(DeletionPolicy policy) {
		this.policy = policy;
	}

	/**
	 * Returns the index.
	 * @return the index, absent until the list has been read for the first time
	 */
	Optional<CertificateIndex> get() {
		return Optional.ofNullable(this.shown);
	}

	@Override
	public void changed(Snapshot snapshot) {
		CertificateIndex before = this.shown;
		this.shown = (before != null) ? before.followedBy(snapshot) : CertificateIndex.of(snapshot, this.policy);
	}

}
