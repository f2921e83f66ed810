package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The current snapshot: the list as it was last read, with every write since its reading
 * began and with the usage that was found last.
 */
class LatestSnapshot {

	private static final Log logger = LogFactory.getLog(LatestSnapshot.class);

	private final InventoryObserver observers;

	private final Map<CertificateId, Write> writes = new LinkedHashMap<>();

	private final PendingUsage pending = new PendingUsage();

	private volatile @Nullable Snapshot snapshot;

	private final Map<CertificateId, Instant> writtenAt = new HashMap<>();

	private final Set<ResourceType> kinds;

	private final Clock clock;

	private boolean reading;

	/**
	 * Creates the holder, without a snapshot.
	 * @param observers told of every change
	 * @param kinds the kinds that are asked for
	 * @param clock the clock
	 */
	LatestSnapshot(InventoryObserver observers, Set<ResourceType> kinds, Clock clock) {
		this.observers = observers;
		this.kinds = kinds;
		this.clock = clock;
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
	 * Remembers the writes from now on, which a list that is read meanwhile may lack.
	 */
	synchronized void reading() {
		this.reading = true;
		this.writes.clear();
	}

	/**
	 * Shows the list that was read, with the writes that happened meanwhile. What is
	 * known of usage stays.
	 * @param list the list, absent if it could not be read
	 * @param asOf when it began to be read
	 */
	synchronized void read(@Nullable CertificateList list, Instant asOf) {
		this.reading = false;
		if (list != null) {
			show(list, asOf);
		}
	}

	private void show(CertificateList list, Instant asOf) {
		int unreadable = list.unreadable();
		if (unreadable > 0 && get().filter((before) -> before.unreadable() == unreadable).isEmpty()) {
			logger.warn("%d rows of the cloud's list can't be read".formatted(unreadable));
		}
		Map<CertificateId, Entry> entries = new LinkedHashMap<>();
		list.certificates().forEach((row) -> {
			Entry shown = find(row.id()).orElse(null);
			Entry entry = Write.of(row).applyTo(shown, this::notAsked);
			this.pending.compare(shown, entry);
			put(entries, row.id(), entry);
		});
		this.writes
			.forEach((id, write) -> put(entries, id, after(write, Optional.ofNullable(entries.get(id))).orElse(null)));
		Snapshot before = this.snapshot;
		change(new Snapshot(entries.values(), unreadable, asOf, list.exact(),
				(before != null && before.isUsageAsked()) ? before.uncoveredKinds() : null));
	}

	private static void put(Map<CertificateId, Entry> entries, CertificateId id, @Nullable Entry entry) {
		if (entry != null) {
			entries.put(id, entry);
		}
		else {
			entries.remove(id);
		}
	}

	/**
	 * Shows the usage that was found, except where another search has ended meanwhile.
	 * @param found the usage that was found
	 * @param before the snapshot when the search began
	 */
	synchronized void found(UsageSurvey found, Snapshot before) {
		Snapshot known = this.snapshot;
		if (known == null) {
			return;
		}
		List<Change> changes = new ArrayList<>();
		found.usages().forEach((id, usage) -> known.find(id).ifPresent((entry) -> {
			Usage old = before.find(id).map(Entry::usage).orElse(null);
			if (old == null || entry.usage().equals(old)) {
				changes.add(new Change(id, new Entry(entry.certificate(), usage)));
			}
		}));
		this.pending.asked(found.usages().keySet());
		change(known.with(changes, found.uncovered()));
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
		this.writtenAt.put(id, this.clock.instant());
		Optional<Entry> entry = after(both, shown);
		if (this.snapshot != null && !entry.equals(shown)) {
			change(this.snapshot.with(id, entry.orElse(null)));
		}
		return entry;
	}

	/**
	 * Takes over what other replicas have saved. What this one has not saved yet stays
	 * unless it is older.
	 * @param changes the certificates that changed
	 * @param state the state of the inventory
	 * @param saved what was saved before
	 * @return what is saved now
	 */
	synchronized Snapshot follow(List<Change> changes, InventoryState state, Snapshot saved) {
		Instant listedAt = state.list().asOf();
		if (listedAt == null) {
			return saved;
		}
		Snapshot before = get().orElse(Snapshot.NONE);
		changes.forEach(this::take);
		Snapshot next = saved.with(changes, state);
		List<Change> unsaved = (before != saved) ? Change.between(saved, before) : List.of();
		Set<CertificateId> changed = changes.stream().map(Change::id).collect(Collectors.toSet());
		boolean newer = listedAt.isAfter(before.asOf());
		change(unsaved.isEmpty() ? next : next.with(unsaved.stream().map((own) -> {
			Instant written = this.writtenAt.get(own.id());
			boolean wins = newer ? written != null && written.isAfter(listedAt)
					: written != null || !changed.contains(own.id());
			return own.or(next.find(own.id()).orElse(null), wins);
		}).toList(), state));
		return next;
	}

	private void take(Change change) {
		Entry entry = change.entry();
		this.pending.compare(find(change.id()).orElse(null), entry);
		if (this.reading && !this.writes.containsKey(change.id())) {
			this.writes.put(change.id(),
					(entry != null) ? new Write(false, entry.certificate(), entry.usage()) : Write.GONE);
		}
	}

	/**
	 * Forgets the writes if all are saved, unless a list is being read that may lack
	 * them.
	 * @param saved the snapshot that was saved
	 */
	synchronized void saved(Snapshot saved) {
		if (this.snapshot == saved && !this.reading) {
			this.writtenAt.clear();
			this.writes.clear();
		}
	}

	/**
	 * Returns the certificates whose usage was never asked for, or not since they
	 * changed.
	 * @return the certificates
	 */
	synchronized List<CertificateId> pending() {
		return this.pending.of(get().orElse(Snapshot.NONE));
	}

	private Usage notAsked() {
		return Usage.unknown(this.kinds, "", this.clock.instant());
	}

	private Optional<Entry> after(Write write, Optional<Entry> before) {
		return Optional.ofNullable(write.applyTo(before.orElse(null), this::notAsked));
	}

	/**
	 * Returns who is told of every change.
	 * @return the observers as one
	 */
	InventoryObserver observers() {
		return this.observers;
	}

	private void change(Snapshot changed) {
		this.snapshot = changed;
		this.observers.changed(changed);
	}

}
