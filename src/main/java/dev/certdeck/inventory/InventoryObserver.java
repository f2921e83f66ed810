package dev.certdeck.inventory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Told what happens to the inventory.
 */
public interface InventoryObserver {

	/**
	 * Tells that a refresh has read a snapshot. It is shown only after this, changed by
	 * what was written meanwhile.
	 * @param snapshot the snapshot as it was read
	 */
	default void read(Snapshot snapshot) {
	}

	/**
	 * Tells that the snapshot is another one, by a refresh or by a write.
	 * @param snapshot the snapshot as it is now
	 */
	default void changed(Snapshot snapshot) {
	}

	/**
	 * Tells that a refresh has ended.
	 * @param start when it began
	 * @param end when it ended
	 * @param failure why it failed, absent if it did not
	 */
	default void refreshed(Instant start, Instant end, @Nullable RuntimeException failure) {
	}

}
