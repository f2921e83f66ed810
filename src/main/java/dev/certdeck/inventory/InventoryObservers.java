package dev.certdeck.inventory;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Several observers as one.
 *
 * @param all the observers, in the order in which they are told
 */
record InventoryObservers(List<InventoryObserver> all) implements InventoryObserver {

	@Override
	public void changed(Snapshot snapshot) {
		this.all.forEach((observer) -> observer.changed(snapshot));
	}

	@Override
	public void listRead(Instant end, @Nullable RefreshFailure failure) {
		this.all.forEach((observer) -> observer.listRead(end, failure));
	}

	@Override
	public void refreshed(Instant start, Instant end, @Nullable RuntimeException failure) {
		this.all.forEach((observer) -> observer.refreshed(start, end, failure));
	}

}
