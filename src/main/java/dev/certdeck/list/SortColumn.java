package dev.certdeck.list;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.Message;
import dev.certdeck.inventory.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A column by which the list can be sorted.
 */
enum SortColumn {

	/**
	 * End of the validity.
	 */
	EXPIRY(byCertificate(SortColumn::end)),

	/**
	 * Primary name.
	 */
	DOMAIN(byCertificate(Certificate::domain)),

	/**
	 * The account's remark.
	 */
	ALIAS(byCertificate((certificate) -> emptyAsNull(certificate.alias()))),

	/**
	 * The cloud's id.
	 */
	ID(byCertificate(Certificate::id)),

	/**
	 * What it is for.
	 */
	TYPE(byCertificate(Certificate::type)),

	/**
	 * Free, paid or uploaded.
	 */
	PLAN(byCertificate(Certificate::plan)),

	/**
	 * Where it came from.
	 */
	SOURCE(byCertificate((certificate) -> emptyAsNull(certificate.details().source()))),

	/**
	 * The certificate authority.
	 */
	AUTHORITY(byCertificate((certificate) -> emptyAsNull(certificate.authority()))),

	/**
	 * The cloud's state.
	 */
	STATUS(byCertificate(Certificate::status)),

	/**
	 * In use or not, then by the number of resources.
	 */
	USAGE(Comparator.<IndexedEntry>comparingInt((indexed) -> indexed.entry().usage().state().ordinal())
		.thenComparingInt((indexed) -> -indexed.entry().usage().count()));

	private final Comparator<IndexedEntry> comparator;

	SortColumn(Comparator<IndexedEntry> comparator) {
		this.comparator = comparator.thenComparing((indexed) -> indexed.entry().id());
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
		Certificate certificate = entry.certificate();
		return switch (this) {
			case EXPIRY -> end(certificate) != null;
			case DOMAIN -> certificate.domain() != null;
			case ALIAS -> !certificate.alias().isBlank();
			case SOURCE -> !certificate.details().source().isBlank();
			case AUTHORITY -> !certificate.authority().isBlank();
			default -> true;
		};
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

	private static <V extends Comparable<? super V>> Comparator<IndexedEntry> byCertificate(
			Function<Certificate, @Nullable V> value) {
		return Comparator.comparing((indexed) -> value.apply(indexed.entry().certificate()),
				Comparator.nullsLast(Comparator.<V>naturalOrder()));
	}

	private static @Nullable Instant end(Certificate certificate) {
		return (certificate.validity() != null) ? certificate.validity().until() : null;
	}

	private static @Nullable String emptyAsNull(String text) {
		return text.isBlank() ? null : text.toLowerCase(Locale.ROOT);
	}

}
