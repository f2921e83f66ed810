package dev.certdeck.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.inventory.InventoryState.ListReading;
import org.jspecify.annotations.Nullable;

/**
 * All certificates of the account as they were at one time.
 */
public final class Snapshot {

	/**
	 * A snapshot without certificates.
	 */
	public static final Snapshot NONE = new Snapshot(List.of(), Instant.EPOCH, true, null);

	private final Map<CertificateId, Entry> entries;

	private final List<UsageFailure> usageFailures;

	private final Instant asOf;

	private final int unreadable;

	private final int endsUnknown;

	private final @Nullable Instant usageAsOf;

	private final boolean exact;

	private final @Nullable Set<ResourceType> uncovered;

	/**
	 * Creates the snapshot.
	 * @param entries the certificates
	 * @param unreadable how many rows of the cloud's list are left out because they can't
	 * be read
	 * @param asOf when they began to be read
	 * @param exact whether the cloud's list did not change meanwhile
	 * @param uncovered the kinds of which no answer says anything, absent until usage was
	 * asked for
	 */
	Snapshot(Collection<Entry> entries, int unreadable, Instant asOf, boolean exact,
			@Nullable Set<ResourceType> uncovered) {
		this(byId(entries), unreadable, asOf, exact, uncovered);
	}

	/**
	 * Creates a snapshot of a list of which every row could be read.
	 * @param entries the certificates
	 * @param asOf when they began to be read
	 * @param exact whether the cloud's list did not change meanwhile
	 * @param uncovered the kinds of which no answer says anything, absent until usage was
	 * asked for
	 */
	Snapshot(Collection<Entry> entries, Instant asOf, boolean exact, @Nullable Set<ResourceType> uncovered) {
		this(entries, 0, asOf, exact, uncovered);
	}

	private Snapshot(Map<CertificateId, Entry> entries, int unreadable, Instant asOf, boolean exact,
			@Nullable Set<ResourceType> uncovered) {
		this.entries = entries;
		this.usageFailures = failures(entries());
		this.endsUnknown = (int) entries().stream().filter((entry) -> entry.certificate().isEndUnknown()).count();
		this.usageAsOf = entries().stream()
			.map((entry) -> entry.usage().asOf())
			.min(Comparator.naturalOrder())
			.orElse(null);
		this.unreadable = unreadable;
		this.asOf = asOf;
		this.exact = exact;
		this.uncovered = uncovered;
	}

	private static Map<CertificateId, Entry> byId(Collection<Entry> entries) {
		Map<CertificateId, Entry> byId = new LinkedHashMap<>();
		entries.forEach((entry) -> byId.put(entry.id(), entry));
		return byId;
	}

	/**
	 * Returns all certificates.
	 * @return the entries, each certificate once
	 */
	public Collection<Entry> entries() {
		return Collections.unmodifiableCollection(this.entries.values());
	}

	/**
	 * Finds one certificate.
	 * @param id its id
	 * @return the entry, if the account held it
	 */
	public Optional<Entry> find(CertificateId id) {
		return Optional.ofNullable(this.entries.get(id));
	}

	/**
	 * Returns when the certificates began to be read.
	 * @return the instant
	 */
	public Instant asOf() {
		return this.asOf;
	}

	/**
	 * Tells whether the cloud's list did not change while it was read.
	 * @return {@code false} if certificates may be missing
	 */
	public boolean isExact() {
		return this.exact;
	}

	/**
	 * Returns how many rows of the cloud's list are left out because they can't be read.
	 * @return the number of rows, each of which may be a certificate
	 */
	public int unreadable() {
		return this.unreadable;
	}

	/**
	 * Returns for how many certificates the end is unknown.
	 * @return the number of certificates whose end is missing or can't be read
	 */
	public int endsUnknown() {
		return this.endsUnknown;
	}

	/**
	 * Tells whether usage has been asked for.
	 * @return {@code false} until usage has been read after the first list
	 */
	public boolean isUsageAsked() {
		return this.uncovered != null;
	}

	/**
	 * Returns when usage was asked for that is the oldest.
	 * @return the instant, absent if there are no certificates or usage has not been
	 * asked for
	 */
	public @Nullable Instant usageAsOf() {
		return isUsageAsked() ? this.usageAsOf : null;
	}

	/**
	 * Returns the kinds of resources of which no answer of the cloud says anything.
	 * @return the kinds, empty until usage has been asked for
	 */
	public Set<ResourceType> uncoveredKinds() {
		return (this.uncovered != null) ? this.uncovered : Set.of();
	}

	/**
	 * Returns why usage is unknown although it was asked for.
	 * @return the causes
	 */
	public List<UsageFailure> usageFailures() {
		return this.usageFailures;
	}

	private static List<UsageFailure> failures(Collection<Entry> entries) {
		return UsageFailure.of(entries).stream().filter((failure) -> !failure.cause().isEmpty()).toList();
	}

	/**
	 * Returns a snapshot of the same age in which one certificate is replaced or gone.
	 * @param id the certificate's id
	 * @param entry the certificate as it is now, {@code null} if it is gone
	 * @return the snapshot
	 */
	Snapshot with(CertificateId id, @Nullable Entry entry) {
		return new Snapshot(changed(List.of(new Change(id, entry))), this.unreadable, this.asOf, this.exact,
				this.uncovered);
	}

	/**
	 * Returns a snapshot of the same age in which certificates are used otherwise.
	 * @param changes the certificates that changed
	 * @param uncovered the kinds of which no answer says anything
	 * @return the snapshot
	 */
	Snapshot with(List<Change> changes, Set<ResourceType> uncovered) {
		return new Snapshot(changed(changes), this.unreadable, this.asOf, this.exact, uncovered);
	}

	/**
	 * Returns a snapshot as another replica saved it.
	 * @param changes the certificates that changed
	 * @param state the state of the inventory, whose list was read
	 * @return the snapshot
	 */
	Snapshot with(List<Change> changes, InventoryState state) {
		ListReading list = state.list();
		return new Snapshot(changed(changes), list.unreadable(), Objects.requireNonNull(list.asOf()), list.exact(),
				state.usage().uncovered());
	}

	private Map<CertificateId, Entry> changed(List<Change> changes) {
		if (changes.isEmpty()) {
			return this.entries;
		}
		Map<CertificateId, Entry> changed = new LinkedHashMap<>(this.entries);
		for (Change change : changes) {
			Entry entry = change.entry();
			if (entry != null) {
				changed.put(change.id(), entry);
			}
			else {
				changed.remove(change.id());
			}
		}
		return changed;
	}

}
