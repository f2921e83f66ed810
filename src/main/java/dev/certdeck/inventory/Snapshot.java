package dev.certdeck.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * All certificates of the account as they were at one time.
 */
public final class Snapshot {

	private final Map<CertificateId, IndexedEntry> indexed;

	private final List<Entry> entries;

	private final Map<Sort, List<IndexedEntry>> sorted = new ConcurrentHashMap<>();

	private final SortedSet<CertificateStatus> statuses;

	private final SortedSet<String> sources;

	private final List<UsageFailure> usageFailures;

	private final Instant asOf;

	private final int unreadable;

	private final int endsUnknown;

	private final boolean exact;

	private final @Nullable Set<ResourceType> uncovered;

	/**
	 * Creates the snapshot.
	 * @param entries the certificates
	 * @param unreadable how many rows of the cloud's list are left out because they can't
	 * be read
	 * @param asOf when they began to be read
	 * @param exact whether the cloud's list stood still meanwhile
	 * @param uncovered the kinds of which no answer says what they use, absent until it
	 * was asked
	 */
	Snapshot(Collection<Entry> entries, int unreadable, Instant asOf, boolean exact,
			@Nullable Set<ResourceType> uncovered) {
		this(index(entries), unreadable, asOf, exact, uncovered);
	}

	/**
	 * Creates a snapshot of a list of which every row could be read.
	 * @param entries the certificates
	 * @param asOf when they began to be read
	 * @param exact whether the cloud's list stood still meanwhile
	 * @param uncovered the kinds of which no answer says what they use, absent until it
	 * was asked
	 */
	Snapshot(Collection<Entry> entries, Instant asOf, boolean exact, @Nullable Set<ResourceType> uncovered) {
		this(entries, 0, asOf, exact, uncovered);
	}

	private Snapshot(Map<CertificateId, IndexedEntry> indexed, int unreadable, Instant asOf, boolean exact,
			@Nullable Set<ResourceType> uncovered) {
		this.indexed = indexed;
		this.entries = indexed.values().stream().map(IndexedEntry::entry).toList();
		this.statuses = distinct(this.entries, (entry) -> entry.certificate().status());
		this.sources = distinct(this.entries, (entry) -> entry.certificate().details().source());
		this.usageFailures = failures(this.entries);
		this.endsUnknown = (int) this.entries.stream().filter((entry) -> entry.certificate().isEndUnknown()).count();
		this.unreadable = unreadable;
		this.asOf = asOf;
		this.exact = exact;
		this.uncovered = uncovered;
	}

	private static Map<CertificateId, IndexedEntry> index(Collection<Entry> entries) {
		Map<CertificateId, IndexedEntry> indexed = new LinkedHashMap<>();
		entries.forEach((entry) -> indexed.put(entry.id(), IndexedEntry.of(entry)));
		return indexed;
	}

	/**
	 * Returns all certificates.
	 * @return the entries, each certificate once
	 */
	public Collection<Entry> entries() {
		return this.entries;
	}

	/**
	 * Finds one certificate.
	 * @param id its id
	 * @return the entry, if the account held it
	 */
	public Optional<Entry> find(CertificateId id) {
		return Optional.ofNullable(this.indexed.get(id)).map(IndexedEntry::entry);
	}

	/**
	 * Returns when the certificates began to be read.
	 * @return the instant
	 */
	public Instant asOf() {
		return this.asOf;
	}

	/**
	 * Tells whether the cloud's list stood still while it was read.
	 * @return {@code false} if certificates may lack
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
	 * Returns for how many certificates it is not known when they end.
	 * @return the number of certificates whose end is missing or can't be read
	 */
	public int endsUnknown() {
		return this.endsUnknown;
	}

	/**
	 * Tells whether it was asked already what uses the certificates.
	 * @return {@code false} between the first look at the list and the first look at
	 * usage
	 */
	public boolean isUsageAsked() {
		return this.uncovered != null;
	}

	/**
	 * Returns the kinds of resources of which no answer of the cloud says whether they
	 * use certificates.
	 * @return the kinds, none until it was asked
	 */
	public Set<ResourceType> uncoveredKinds() {
		return (this.uncovered != null) ? this.uncovered : Set.of();
	}

	/**
	 * Returns why it is not known what uses certificates, where it was asked.
	 * @return the causes
	 */
	public List<UsageFailure> usageFailures() {
		return this.usageFailures;
	}

	private static List<UsageFailure> failures(List<Entry> entries) {
		return UsageFailure.of(entries).stream().filter((failure) -> !failure.cause().isEmpty()).toList();
	}

	/**
	 * Returns all certificates in an order; it is made once.
	 * @param sort the order
	 * @return the entries
	 */
	List<IndexedEntry> sortedBy(Sort sort) {
		List<IndexedEntry> known = this.sorted.get(sort);
		if (known != null) {
			return known;
		}
		List<IndexedEntry> order = sort.order(this.indexed.values());
		this.sorted.put(sort, order);
		return order;
	}

	/**
	 * Makes the orders that people asked of the snapshot before, so that nobody waits for
	 * them.
	 * @param before the snapshot before, if there was one
	 */
	void prepare(@Nullable Snapshot before) {
		sortedBy(Sort.BY_EXPIRY);
		if (before != null) {
			before.sorted.keySet().forEach(this::sortedBy);
		}
	}

	/**
	 * Returns the statuses that occur.
	 * @return the statuses in the order of their codes
	 */
	public SortedSet<CertificateStatus> statuses() {
		return this.statuses;
	}

	/**
	 * Returns the sources that occur.
	 * @return the sources in alphabetical order
	 */
	public SortedSet<String> sources() {
		return this.sources;
	}

	/**
	 * Returns a snapshot of the same age in which one certificate is another or gone.
	 * @param id the certificate's id
	 * @param entry the certificate as it is now, {@code null} if it is gone
	 * @return the snapshot
	 */
	Snapshot with(CertificateId id, @Nullable Entry entry) {
		Map<CertificateId, IndexedEntry> changed = new LinkedHashMap<>(this.indexed);
		if (entry != null) {
			changed.put(id, IndexedEntry.of(entry));
		}
		else {
			changed.remove(id);
		}
		return new Snapshot(changed, this.unreadable, this.asOf, this.exact, this.uncovered);
	}

	private static <V> SortedSet<V> distinct(Collection<Entry> entries, Function<Entry, V> value) {
		return entries.stream()
			.map(value)
			.filter((found) -> !"".equals(found))
			.distinct()
			.collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new),
					Collections::unmodifiableSortedSet));
	}

}
