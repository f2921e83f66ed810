package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.certificate.CertificateId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot as it is now: the last that was read, changed by every write since its
 * reading began.
 */
class LatestSnapshot {

	private static final Log logger = LogFactory.getLog(LatestSnapshot.class);

	private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

	private final List<InventoryObserver> observers;

	private final Map<CertificateId, Optional<Entry>> writes = new LinkedHashMap<>();

	private final Map<CertificateId, Instant> known = new HashMap<>();

	private volatile @Nullable Snapshot snapshot;

	/**
	 * Creates the place of the snapshot.
	 * @param observers told of every change
	 */
	LatestSnapshot(List<InventoryObserver> observers) {
		this.observers = observers;
	}

	/**
	 * Returns the snapshot.
	 * @return the snapshot, absent until the list has been read for the first time
	 */
	Optional<Snapshot> get() {
		return Optional.ofNullable(this.snapshot);
	}

	/**
	 * Tells that the list is read anew from now on, so that it holds all writes so far.
	 */
	synchronized void reading() {
		this.writes.clear();
	}

	/**
	 * Takes a new snapshot, with the writes that happened while it was read.
	 * @param read the snapshot as it was read
	 */
	synchronized void read(Snapshot read) {
		int unreadable = read.unreadable();
		if (unreadable > 0 && get().filter((before) -> before.unreadable() == unreadable).isEmpty()) {
			logger.warn("%d rows of the cloud's list can't be read".formatted(unreadable));
		}
		Snapshot current = read;
		for (Map.Entry<CertificateId, Optional<Entry>> write : this.writes.entrySet()) {
			current = current.with(write.getKey(), write.getValue().orElse(null));
		}
		change(current);
		this.known.values().removeIf((at) -> at.plus(CLOCK_TOLERANCE).isBefore(read.asOf()));
	}

	/**
	 * Notes that the snapshot shows a certificate as it was at an instant or later.
	 * @param id the certificate's id
	 * @param at the instant
	 */
	synchronized void know(CertificateId id, Instant at) {
		this.known.put(id, at);
	}

	/**
	 * Tells whether a certificate may have changed without the snapshot showing it.
	 * @param id the certificate's id
	 * @param changedAt when the change was done, by the clock of another replica
	 * @return {@code false} also if there is no snapshot yet
	 */
	synchronized boolean isBehind(CertificateId id, Instant changedAt) {
		Instant shown = this.known.get(id);
		return this.snapshot != null && !this.snapshot.asOf().isAfter(changedAt.plus(CLOCK_TOLERANCE))
				&& (shown == null || shown.isBefore(changedAt));
	}

	/**
	 * Takes a write into the snapshot.
	 * @param id the certificate's id
	 * @param entry the certificate as it is now, absent if it is gone
	 */
	synchronized void write(CertificateId id, Optional<Entry> entry) {
		this.writes.remove(id);
		this.writes.put(id, entry);
		if (this.snapshot != null && (entry.isPresent() || this.snapshot.find(id).isPresent())) {
			change(this.snapshot.with(id, entry.orElse(null)));
		}
	}

	private void change(Snapshot changed) {
		this.snapshot = changed;
		this.observers.forEach((observer) -> observer.changed(changed));
	}

}
