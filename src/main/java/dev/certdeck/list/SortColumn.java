package dev.certdeck.list;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Usage;
import dev.certdeck.inventory.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A column by which the list can be sorted.
 */
enum SortColumn {

	/**
	 * End of the validity.
	 */
	EXPIRY((entry) -> end(entry.certificate())),

	/**
	 * Primary name.
	 */
	DOMAIN((entry) -> entry.certificate().domain()),

	/**
	 * The account's remark.
	 */
	ALIAS((entry) -> text(entry.certificate().alias())),

	/**
	 * The cloud's id.
	 */
	ID(Entry::id),

	/**
	 * What it is for.
	 */
	TYPE((entry) -> entry.certificate().type()),

	/**
	 * Free, paid or uploaded.
	 */
	PLAN((entry) -> entry.certificate().plan()),

	/**
	 * Where it came from.
	 */
	SOURCE((entry) -> text(entry.certificate().details().source())),

	/**
	 * The certificate authority.
	 */
	AUTHORITY((entry) -> text(entry.certificate().authority())),

	/**
	 * The cloud's state.
	 */
	STATUS((entry) -> entry.certificate().status()),

	/**
	 * In use or not, then by the number of resources.
	 */
	USAGE(Entry::usage, Comparator.comparing(Usage::state).thenComparing(Usage::count, Comparator.reverseOrder()));

	private final Predicate<Entry> hasValue;

	private final Comparator<IndexedEntry> comparator;

	<V extends Comparable<? super V>> SortColumn(Function<Entry, @Nullable V> value) {
		this(value, Comparator.naturalOrder());
	}

	<V> SortColumn(Function<Entry, @Nullable V> value, Comparator<V> order) {
		this.hasValue = (entry) -> value.apply(entry) != null;
		this.comparator = Comparator
			.<IndexedEntry, @Nullable V>comparing((indexed) -> value.apply(indexed.entry()),
					Comparator.nullsLast(order))
			.thenComparing((indexed) -> indexed.entry().id());
	}

	/**
	 * Returns the ascending order, certificates without a value last.
	 * @return the order
	 */
	Comparator<IndexedEntry> comparator() {
		return this.comparator;
	}

	/**
	 * Tells whether a certificate has a value in this column. Those without one are last
	 * in either direction.
	 * @param entry the entry
	 * @return {@code false} if there is no value
	 */
	boolean hasValue(Entry entry) {
		return this.hasValue.test(entry);
	}

	/**
	 * Returns the column's name in URLs and messages.
	 * @return the name in lower case
	 */
	String key() {
		return Message.key(this);
	}

	static Optional<SortColumn> ofKey(String key) {
		return Stream.of(values()).filter((column) -> column.key().equals(key)).findFirst();
	}

	private static @Nullable Instant end(Certificate certificate) {
		return (certificate.validity() != null) ? certificate.validity().until() : null;
	}

	private static @Nullable String text(String text) {
		return text.isBlank() ? null : text.toLowerCase(Locale.ROOT);
	}

}
