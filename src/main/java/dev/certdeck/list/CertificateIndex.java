package dev.certdeck.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Snapshot;

/**
 * A snapshot prepared for the list: the text of each certificate for the search, and the
 * orders that were asked for.
 */
final class CertificateIndex {

	private final Snapshot snapshot;

	private final Map<CertificateId, IndexedEntry> entries;

	private final Map<Sort, List<IndexedEntry>> orders = new ConcurrentHashMap<>();

	private final SortedSet<CertificateStatus> statuses;

	private final SortedSet<String> sources;

	private CertificateIndex(Snapshot snapshot, Map<CertificateId, IndexedEntry> entries) {
		this.snapshot = snapshot;
		this.entries = entries;
		this.statuses = distinct(snapshot.entries(), (entry) -> entry.certificate().status());
		this.sources = distinct(snapshot.entries(), (entry) -> entry.certificate().details().source());
	}

	/**
	 * Indexes a snapshot.
	 * @param snapshot the snapshot
	 * @return its index, in the default order
	 */
	static CertificateIndex of(Snapshot snapshot) {
		Map<CertificateId, IndexedEntry> entries = new LinkedHashMap<>();
		snapshot.entries().forEach((entry) -> entries.put(entry.id(), IndexedEntry.of(entry)));
		CertificateIndex index = new CertificateIndex(snapshot, entries);
		index.sortedBy(Sort.BY_EXPIRY);
		return index;
	}

	/**
	 * Indexes the snapshot that follows this one; entries that did not change are kept.
	 * @param next the next snapshot
	 * @return its index, with the orders of this one
	 */
	CertificateIndex followedBy(Snapshot next) {
		if (next == this.snapshot) {
			return this;
		}
		Map<CertificateId, IndexedEntry> entries = new LinkedHashMap<>();
		List<IndexedEntry> changed = new ArrayList<>();
		for (Entry entry : next.entries()) {
			IndexedEntry before = this.entries.get(entry.id());
			IndexedEntry indexed = (before != null && before.entry() == entry) ? before : IndexedEntry.of(entry);
			entries.put(entry.id(), indexed);
			if (indexed != before) {
				changed.add(indexed);
			}
		}
		CertificateIndex index = new CertificateIndex(next, entries);
		this.orders.forEach((sort, order) -> index.orders.put(sort, index.merge(sort, order, changed)));
		return index;
	}

	private List<IndexedEntry> merge(Sort sort, List<IndexedEntry> before, List<IndexedEntry> changed) {
		Stream<IndexedEntry> kept = before.stream()
			.filter((indexed) -> this.entries.get(indexed.entry().id()) == indexed);
		return Stream.concat(kept, changed.stream().sorted(sort.comparator())).sorted(sort.comparator()).toList();
	}

	/**
	 * Returns the snapshot.
	 * @return the snapshot that is indexed
	 */
	Snapshot snapshot() {
		return this.snapshot;
	}

	/**
	 * Returns all certificates in an order, which is made once.
	 * @param sort the order
	 * @return the certificates
	 */
	List<IndexedEntry> sortedBy(Sort sort) {
		List<IndexedEntry> known = this.orders.get(sort);
		if (known != null) {
			return known;
		}
		List<IndexedEntry> order = this.entries.values().stream().sorted(sort.comparator()).toList();
		this.orders.put(sort, order);
		return order;
	}

	/**
	 * Returns the statuses that occur.
	 * @return the statuses in the order of their codes
	 */
	SortedSet<CertificateStatus> statuses() {
		return this.statuses;
	}

	/**
	 * Returns the sources that occur.
	 * @return the sources in alphabetical order
	 */
	SortedSet<String> sources() {
		return this.sources;
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
