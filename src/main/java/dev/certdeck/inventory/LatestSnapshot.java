package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.Usage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The current snapshot: the last one that was read, with every write since its reading
 * began.
 */
class LatestSnapshot {

	private static final Log logger = LogFactory.getLog(LatestSnapshot.class);

	private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

	private final List<InventoryObserver> observers;

	private final Map<CertificateId, Write> writes = new LinkedHashMap<>();

	private final Map<CertificateId, Instant> known = new HashMap<>();

	private volatile @Nullable Snapshot snapshot;

	private final Supplier<Usage> notAsked;

	/**
	 * Creates the holder, without a snapshot.
	 * @param observers told of every change
	 * @param notAsked the usage of a certificate for which it was not asked for yet
	 */
	LatestSnapshot(List<InventoryObserver> observers, Supplier<Usage> notAsked) {
		this.observers = observers;
		this.notAsked = notAsked;
	}

	/**
	 * Returns the snapshot.
	 * @return the snapshot, absent until the list has been read for the first time
	 */
	Optional<Snapshot> get() {
		return Optional.ofNullable(this.snapshot);
	}

	/**
	 * Returns a certificate of the snapshot or, while there is none, as it was written.
	 * @param id the certificate's id
	 * @return the certificate, absent if it is not known
	 */
	Optional<Entry> find(CertificateId id) {
		Snapshot known = this.snapshot;
		return (known != null) ? known.find(id) : written(id);
	}

	private synchronized Optional<Entry> written(CertificateId id) {
		return (this.snapshot != null) ? this.snapshot.find(id)
				: Optional.ofNullable(this.writes.get(id)).flatMap((write) -> after(write, Optional.empty()));
	}

	/**
	 * Forgets the writes so far, since a list that is read from now on contains them.
	 */
	synchronized void reading() {
		this.writes.clear();
	}

	/**
	 * Shows a new snapshot, with the writes that happened while it was read.
	 * @param read the snapshot as it was read
	 */
	void read(Snapshot read) {
		this.observers.forEach((observer) -> observer.read(read));
		show(read);
	}

	private synchronized void show(Snapshot read) {
		int unreadable = read.unreadable();
		if (unreadable > 0 && get().filter((before) -> before.unreadable() == unreadable).isEmpty()) {
			logger.warn("%d rows of the cloud's list can't be read".formatted(unreadable));
		}
		Snapshot current = read;
		for (Map.Entry<CertificateId, Write> write : this.writes.entrySet()) {
			current = current.with(write.getKey(), after(write.getValue(), current.find(write.getKey())).orElse(null));
		}
		change(current);
		this.known.values().removeIf((at) -> at.plus(CLOCK_TOLERANCE).isBefore(read.asOf()));
	}

	/**
	 * Records that the snapshot shows a certificate as it was at an instant or later.
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
	 * Applies a write to the snapshot.
	 * @param id the certificate's id
	 * @param write what changed
	 * @return the certificate as it is now, absent if it is gone
	 */
	synchronized Optional<Entry> write(CertificateId id, Write write) {
		Optional<Entry> shown = find(id);
		Write before = this.writes.remove(id);
		Write both = (before != null) ? before.then(write) : write;
		this.writes.put(id, both);
		Optional<Entry> entry = after(both, shown);
		if (this.snapshot != null && !entry.equals(shown)) {
			change(this.snapshot.with(id, entry.orElse(null)));
		}
		return entry;
	}

	private Optional<Entry> after(Write write, Optional<Entry> before) {
		return Optional.ofNullable(write.applyTo(before.orElse(null), this.notAsked));
	}

	private void change(Snapshot changed) {
		this.snapshot = changed;
		this.observers.forEach((observer) -> observer.changed(changed));
	}

}
