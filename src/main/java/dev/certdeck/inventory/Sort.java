package dev.certdeck.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
	 * Reads the order as it stands in a URL.
	 * @param text the column's key, with a hyphen before it if descending
	 * @return the order, or nothing if there is no such column
	 */
	static Optional<Sort> parse(String text) {
		boolean descending = text.startsWith("-");
		return SortColumn.ofKey(descending ? text.substring(1) : text).map((column) -> new Sort(column, descending));
	}

	/**
	 * Returns the order that a click on the column's heading asks for.
	 * @param column the column
	 * @return ascending, or descending if the list is already in that order
	 */
	Sort onClick(SortColumn column) {
		return new Sort(column, this.column == column && !this.descending);
	}

	/**
	 * Puts certificates into this order.
	 * @param entries the certificates
	 * @return the certificates; those without a value are last in either direction
	 */
	List<IndexedEntry> order(Collection<IndexedEntry> entries) {
		List<IndexedEntry> ascending = entries.stream().sorted(this.column.comparator()).toList();
		if (!this.descending) {
			return ascending;
		}
		List<IndexedEntry> order = new ArrayList<>(ascending.size());
		List<IndexedEntry> without = new ArrayList<>();
		for (int index = ascending.size() - 1; index >= 0; index--) {
			IndexedEntry entry = ascending.get(index);
			(this.column.hasValue(entry.entry()) ? order : without).add(entry);
		}
		order.addAll(without);
		return List.copyOf(order);
	}

	@Override
	public String toString() {
		return (this.descending ? "-" : "") + this.column.key();
	}

}
