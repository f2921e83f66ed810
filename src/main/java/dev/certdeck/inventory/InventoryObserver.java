package dev.certdeck.inventory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Observes the inventory.
 */
public interface InventoryObserver {

	/**
	 * The snapshot has changed by a refresh or a write.
	 * @param snapshot the snapshot as it is now
	 */
	default void changed(Snapshot snapshot) {
	}

	/**
	 * A replica has read the list or has failed to.
	 * @param end when that ended
	 * @param failure why it failed, absent if it did not
	 */
	default void listRead(Instant end, @Nullable RefreshFailure failure) {
	}

	/**
	 * This replica has read the list, or has failed to.
	 * @param start when it began
	 * @param end when it ended
	 * @param failure why it failed, absent if it did not
	 */
	default void refreshed(Instant start, Instant end, @Nullable RuntimeException failure) {
	}

}
