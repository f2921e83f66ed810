package dev.certdeck.list;

import java.util.Comparator;
import java.util.Optional;

/**
 * The order of the list.
 *
 * @param column the column
 * @param descending whether the greatest value comes first
 */
record Sort(SortColumn column, boolean descending) {

	static final Sort BY_EXPIRY = new Sort(SortColumn.EXPIRY, false);

	/**
	 * Parses the order as it is written in a URL.
	 * @param text the column's key, with a hyphen before it if descending
	 * @return the order, empty if there is no such column
	 */
	static Optional<Sort> parse(String text) {
		boolean descending = text.startsWith("-");
		return SortColumn.ofKey(descending ? text.substring(1) : text).map((column) -> new Sort(column, descending));
	}

	/**
	 * Returns the order after a click on the heading of a column.
	 * @param column the column
	 * @return ascending, or descending if the list is already in that order
	 */
	Sort onClick(SortColumn column) {
		return new Sort(column, this.column == column && !this.descending);
	}

	/**
	 * Returns the order of the certificates; those without a value are last in either
	 * direction.
	 * @return the order
	 */
	Comparator<IndexedEntry> comparator() {
		Comparator<IndexedEntry> ascending = this.column.comparator();
		return this.descending
				? Comparator.<IndexedEntry, Boolean>comparing((indexed) -> !this.column.hasValue(indexed.entry()))
					.thenComparing(ascending.reversed())
				: ascending;
	}

	@Override
	public String toString() {
		return (this.descending ? "-" : "") + this.column.key();
	}

}
