package dev.certdeck.list;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateStatus;
import org.jspecify.annotations.Nullable;

/**
 * Sets of certificates by their values, each a bit set of positions in the order of
 * expiry.
 */
final class Facets {

	private final List<IndexedEntry> entries;

	private final Map<Object, BitSet> sets = new HashMap<>();

	private final BitSet deletable = new BitSet();

	private final BitSet deletableLater = new BitSet();

	/**
	 * Creates the sets.
	 * @param entries the certificates in the order of expiry
	 */
	Facets(List<IndexedEntry> entries) {
		this.entries = entries;
		for (int position = 0; position < entries.size(); position++) {
			add(position, entries.get(position));
		}
	}

	private void add(int position, IndexedEntry indexed) {
		Certificate certificate = indexed.entry().certificate();
		set(certificate.type(), position);
		set(certificate.plan(), position);
		set(certificate.status(), position);
		set(certificate.details().source(), position);
		set(indexed.entry().usage().state(), position);
		if (indexed.deletableFrom() != null) {
			(Instant.MIN.equals(indexed.deletableFrom()) ? this.deletable : this.deletableLater).set(position);
		}
	}

	private void set(Object value, int position) {
		this.sets.computeIfAbsent(value, (key) -> new BitSet()).set(position);
	}

	/**
	 * Returns the certificates that have one of some values.
	 * @param values types, plans, statuses, sources or states of usage
	 * @return their positions, a set of its own
	 */
	BitSet with(Iterable<?> values) {
		BitSet found = new BitSet();
		values.forEach((value) -> found.or(this.sets.getOrDefault(value, new BitSet())));
		return found;
	}

	/**
	 * Returns the certificates whose validity ends in a range.
	 * @param expiry the range
	 * @param now the present
	 * @return their positions, a set of its own
	 */
	BitSet ending(Expiry expiry, Instant now) {
		BitSet expired = with(List.of(CertificateStatus.EXPIRED));
		expired.set(0, countEnds((until) -> until.isBefore(now)));
		if (expiry.withinDays() == null) {
			return expired;
		}
		Instant last = expiry.last(now);
		BitSet ending = new BitSet();
		ending.set(0, countEnds((until) -> !until.isAfter(last)));
		ending.andNot(expired);
		return ending;
	}

	/**
	 * Counts the certificates from the first position on whose ends are as asked.
	 * @param asked true for ends up to some instant
	 * @return the number of certificates
	 */
	private int countEnds(Predicate<Instant> asked) {
		int low = 0;
		int high = this.entries.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			Instant until = end(this.entries.get(middle));
			if (until != null && asked.test(until)) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private static @Nullable Instant end(IndexedEntry indexed) {
		Certificate certificate = indexed.entry().certificate();
		return (certificate.validity() != null) ? certificate.validity().until() : null;
	}

	/**
	 * Returns the certificates that can be deleted.
	 * @param now the present
	 * @return their positions, a set of its own
	 */
	BitSet deletable(Instant now) {
		BitSet found = (BitSet) this.deletable.clone();
		this.deletableLater.stream()
			.filter((position) -> !now.isBefore(this.entries.get(position).deletableFrom()))
			.forEach(found::set);
		return found;
	}

	/**
	 * Returns the values of a type that occur.
	 * @param <V> the type
	 * @param type the class of the values
	 * @return the values in their natural order
	 */
	<V> SortedSet<V> values(Class<V> type) {
		return this.sets.keySet()
			.stream()
			.filter(type::isInstance)
			.map(type::cast)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
