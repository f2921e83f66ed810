package dev.certdeck.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateId;
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

	private final Map<CertificateId, Integer> positions = new HashMap<>();

	private final Facets facets;

	private final HostIndex hosts;

	private final Map<Sort, int[]> orders = new ConcurrentHashMap<>();

	private CertificateIndex(Snapshot snapshot, DeletionPolicy policy, List<IndexedEntry> entries, HostIndex hosts) {
		this.snapshot = snapshot;
		this.policy = policy;
		this.entries = entries;
		for (IndexedEntry indexed : entries) {
			this.positions.put(indexed.entry().id(), this.positions.size());
		}
		this.facets = new Facets(entries, policy);
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
		List<IndexedEntry> changed = new ArrayList<>();
		BitSet kept = new BitSet();
		for (Entry entry : next.entries()) {
			Integer position = this.positions.get(entry.id());
			if (position != null && this.entries.get(position).entry() == entry) {
				kept.set(position);
			}
			else {
				changed.add(IndexedEntry.of(entry));
			}
		}
		changed.sort(Sort.BY_EXPIRY.comparator());
		List<IndexedEntry> entries = Stream.concat(kept.stream().mapToObj(this.entries::get), changed.stream())
			.sorted(Sort.BY_EXPIRY.comparator())
			.toList();
		HostIndex hosts = (changed.size() > kept.cardinality()) ? new HostIndex() : this.hosts;
		hosts.add((hosts != this.hosts) ? entries : changed);
		CertificateIndex index = new CertificateIndex(next, this.policy, entries, hosts);
		this.orders.forEach((sort, order) -> index.orders.put(sort,
				index.merge(sort, IntStream.of(order).filter(kept::get).mapToObj(this.entries::get), changed)));
		return index;
	}

	private int[] merge(Sort sort, Stream<IndexedEntry> kept, List<IndexedEntry> changed) {
		return Stream.concat(kept, changed.stream().sorted(sort.comparator()))
			.sorted(sort.comparator())
			.mapToInt((indexed) -> this.positions.get(indexed.entry().id()))
			.toArray();
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
			.map(this.positions::get)
			.filter((position) -> position != null && host.test(this.entries.get(position).entry().certificate()))
			.forEach(found::set);
		return found;
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
		int[] order = merge(sort, Stream.empty(), this.entries);
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
