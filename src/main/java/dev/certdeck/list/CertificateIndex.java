package dev.certdeck.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.Usage;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Snapshot;

/**
 * A snapshot prepared for the list: its certificates in the order of expiry, sets of
 * their positions by value, and the other orders that were asked for.
 */
final class CertificateIndex {

	private final Snapshot snapshot;

	private final DeletionPolicy policy;

	private final List<IndexedEntry> entries;

	private final Facets facets;

	private final HostIndex hosts;

	private final Map<Sort, int[]> orders = new ConcurrentHashMap<>();

	private CertificateIndex(Snapshot snapshot, DeletionPolicy policy, List<IndexedEntry> entries, HostIndex hosts) {
		this.snapshot = snapshot;
		this.policy = policy;
		this.entries = entries;
		this.facets = new Facets(entries);
		this.hosts = hosts;
	}

	/**
	 * Indexes a snapshot.
	 * @param snapshot the snapshot
	 * @param policy decides which certificates can be deleted
	 * @return its index
	 */
	static CertificateIndex of(Snapshot snapshot, DeletionPolicy policy) {
		return new CertificateIndex(Snapshot.NONE, policy, List.of(), new HostIndex()).followedBy(snapshot);
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
		List<IndexedEntry> kept = this.entries.stream().filter((indexed) -> holds(next, indexed.entry())).toList();
		List<IndexedEntry> changed = next.entries()
			.stream()
			.filter((entry) -> !holds(this.snapshot, entry))
			.map((entry) -> IndexedEntry.of(entry, this.policy))
			.toList();
		List<IndexedEntry> entries = merge(kept, changed, Sort.BY_EXPIRY);
		HostIndex hosts = (changed.size() > kept.size()) ? new HostIndex() : this.hosts;
		hosts.add((hosts != this.hosts) ? entries : changed);
		CertificateIndex index = new CertificateIndex(next, this.policy, entries, hosts);
		index.takeOrders(this, changed);
		return index;
	}

	private static boolean holds(Snapshot snapshot, Entry entry) {
		return snapshot.find(entry.id()).filter((held) -> held == entry).isPresent();
	}

	private void takeOrders(CertificateIndex before, List<IndexedEntry> changed) {
		if (before.orders.isEmpty()) {
			return;
		}
		Map<IndexedEntry, Integer> positions = new IdentityHashMap<>(this.entries.size());
		this.entries.forEach((indexed) -> positions.put(indexed, positions.size()));
		before.orders.forEach((sort, order) -> {
			List<IndexedEntry> kept = IntStream.of(order)
				.mapToObj(before.entries::get)
				.filter(positions::containsKey)
				.toList();
			this.orders.put(sort, merge(kept, changed, sort).stream().mapToInt(positions::get).toArray());
		});
	}

	private static List<IndexedEntry> merge(List<IndexedEntry> kept, List<IndexedEntry> changed, Sort sort) {
		List<IndexedEntry> merged = new ArrayList<>(kept.size() + changed.size());
		int from = 0;
		for (IndexedEntry entry : changed.stream().sorted(sort.comparator()).toList()) {
			List<IndexedEntry> rest = kept.subList(from, kept.size());
			int before = -1 - Collections.binarySearch(rest, entry, sort.comparator());
			merged.addAll(rest.subList(0, before));
			merged.add(entry);
			from += before;
		}
		merged.addAll(kept.subList(from, kept.size()));
		return merged;
	}

	/**
	 * Returns the snapshot.
	 * @return the snapshot that is indexed
	 */
	Snapshot snapshot() {
		return this.snapshot;
	}

	/**
	 * Finds the certificates that match a filter.
	 * @param filter the filter
	 * @param now the present
	 * @return their positions in the order of expiry
	 */
	BitSet find(Filter filter, Instant now) {
		BitSet found = new BitSet();
		found.set(0, this.entries.size());
		filter.values().forEach((values) -> found.and(this.facets.with(values)));
		if (filter.expiry() != null) {
			found.and(this.facets.ending(filter.expiry(), now));
		}
		if (filter.deletable() != null) {
			BitSet deletable = this.facets.deletable(now);
			if (!filter.deletable()) {
				deletable.flip(0, this.entries.size());
			}
			found.and(deletable);
		}
		if (filter.host() != null) {
			found.and(covering(filter.host()));
		}
		if (!filter.text().isEmpty()) {
			found.stream()
				.filter((position) -> !this.entries.get(position).text().contains(filter.text()))
				.forEach(found::clear);
		}
		return found;
	}

	private BitSet covering(HostFilter host) {
		BitSet found = new BitSet();
		Stream.ofNullable(host.name())
			.flatMap(this.hosts::find)
			.map(this.snapshot::find)
			.flatMap(Optional::stream)
			.filter((entry) -> host.test(entry.certificate()))
			.forEach((entry) -> found.set(position(entry)));
		return found;
	}

	private int position(Entry entry) {
		return Collections.binarySearch(this.entries, IndexedEntry.of(entry, this.policy), Sort.BY_EXPIRY.comparator());
	}

	/**
	 * Returns some of the certificates that were found.
	 * @param found their positions in the order of expiry
	 * @param sort the order
	 * @param from how many to skip
	 * @param most how many to return at most
	 * @return the certificates in the order
	 */
	List<Entry> page(BitSet found, Sort sort, int from, int most) {
		IntStream positions = sort.equals(Sort.BY_EXPIRY) ? found.stream()
				: IntStream.of(order(sort)).filter(found::get);
		return positions.skip(from).limit(most).mapToObj(this.entries::get).map(IndexedEntry::entry).toList();
	}

	private int[] order(Sort sort) {
		int[] known = this.orders.get(sort);
		if (known != null) {
			return known;
		}
		int[] order = IntStream.range(0, this.entries.size())
			.boxed()
			.sorted(Comparator.comparing(this.entries::get, sort.comparator()))
			.mapToInt(Integer::intValue)
			.toArray();
		this.orders.put(sort, order);
		return order;
	}

	/**
	 * Counts the certificates for the tiles.
	 * @param expiring which certificates expire soon
	 * @param now the present
	 * @return the counts
	 */
	Tiles tiles(Expiry expiring, Instant now) {
		return new Tiles(this.entries.size(), this.facets.ending(expiring, now).cardinality(),
				this.facets.ending(Expiry.EXPIRED, now).cardinality(),
				this.facets.with(List.of(Usage.State.BOUND)).cardinality(),
				this.facets.with(List.of(Usage.State.UNCONFIRMED)).cardinality(),
				this.facets.deletable(now).cardinality());
	}

	/**
	 * Returns the statuses that occur.
	 * @return the statuses in the order of their codes
	 */
	SortedSet<CertificateStatus> statuses() {
		return this.facets.values(CertificateStatus.class);
	}

	/**
	 * Returns the sources that occur.
	 * @return the sources in alphabetical order
	 */
	SortedSet<String> sources() {
		SortedSet<String> sources = this.facets.values(String.class);
		sources.remove("");
		return sources;
	}

}
