package dev.certdeck.inventory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Observes the inventory.
 */
public interface InventoryObserver {

	/**
	 * A refresh has read a snapshot. It is shown afterwards, with what was written
	 * meanwhile.
	 * @param snapshot the snapshot as it was read
	 */
	default void read(Snapshot snapshot) {
	}

	/**
	 * The snapshot has changed by a refresh or a write.
	 * @param snapshot the snapshot as it is now
	 */
	default void changed(Snapshot snapshot) {
	}

	/**
	 * A refresh has ended.
	 * @param start when it began
	 * @param end when it ended
	 * @param failure why it failed, absent if it did not
	 */
	default void refreshed(Instant start, Instant end, @Nullable RuntimeException failure) {
	}

}
