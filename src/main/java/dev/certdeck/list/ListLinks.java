package dev.certdeck.list;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.certdeck.certificate.CertificateStatus;
import org.jspecify.annotations.Nullable;

/**
 * The links and choices around the list; each keeps the rest of the query.
 *
 * @param query the query
 * @param expiringDays from how many days before its end a certificate counts as expiring
 */
record ListLinks(CertificateQuery query, int expiringDays) {

	private static final List<List<SortColumn>> HEADINGS = List.of(List.of(SortColumn.DOMAIN, SortColumn.ALIAS),
			List.of(SortColumn.ID), List.of(SortColumn.PLAN, SortColumn.TYPE, SortColumn.AUTHORITY, SortColumn.SOURCE),
			List.of(SortColumn.STATUS), List.of(SortColumn.EXPIRY), List.of(SortColumn.USAGE));

	private static final Set<Integer> USUAL_DAYS = Set.of(7, 30, 90);

	/**
	 * Returns the headings of the table, each with the columns by which it sorts.
	 * @return the headings in the order in which they are shown
	 */
	public List<Heading> headings() {
		return HEADINGS.stream().map(this::heading).toList();
	}

	private Heading heading(List<SortColumn> columns) {
		Sort sort = this.query.sort();
		String sorted = sort.descending() ? "descending" : "ascending";
		return new Heading(columns.stream()
			.map((column) -> new SortLink(column.key(), this.query.withSort(sort.onClick(column)).path(),
					(sort.column() == column) ? sorted : "none"))
			.toList(), columns.contains(sort.column()) ? sorted : "none");
	}

	/**
	 * Returns the tiles, each a link to the certificates that it counts.
	 * @param tiles the counts
	 * @param usageAsked whether it was asked already what uses the certificates; until
	 * then nothing that depends on it is counted
	 * @return the tiles in the order in which they are shown
	 */
	List<Tile> tiles(Tiles tiles, boolean usageAsked) {
		Filter expiring = Filter.ending(new Expiry(this.expiringDays));
		return List.of(tile("all", tiles.all(), Filter.NONE), tile("expiring", tiles.expiring(), expiring),
				tile("expired", tiles.expired(), Filter.ending(Expiry.EXPIRED)),
				tile("bound", usageAsked ? tiles.bound() : null, Filter.BOUND).with(tiles.unconfirmed()),
				tile("deletable", usageAsked ? tiles.deletable() : null, Filter.DELETABLE));
	}

	private Tile tile(String key, @Nullable Integer count, Filter filter) {
		return new Tile(key, count, 0, this.query.withFilter(filter).path(), this.query.filter().equals(filter));
	}

	/**
	 * Returns the page sizes.
	 * @return a link for each size
	 */
	public List<Choice> sizes() {
		return CertificateQuery.SIZES.stream()
			.sorted()
			.map((size) -> new Choice(size, this.query.withSize(size).path(), size == this.query.size()))
			.toList();
	}

	/**
	 * Returns the days within which an end of validity can be looked for.
	 * @return the usual ones, the one of the tile and the one that is chosen
	 */
	public SortedSet<Integer> expiryChoices() {
		SortedSet<Integer> days = new TreeSet<>(USUAL_DAYS);
		days.add(this.expiringDays);
		Expiry chosen = this.query.filter().expiry();
		if (chosen != null && chosen.withinDays() != null) {
			days.add(chosen.withinDays());
		}
		return days;
	}

	/**
	 * Returns the statuses to choose from: those that occur and those that are chosen.
	 * @param occurring the statuses that occur
	 * @return a choice for each status
	 */
	public List<Choice> statuses(Collection<CertificateStatus> occurring) {
		TreeSet<CertificateStatus> statuses = new TreeSet<>(occurring);
		statuses.addAll(this.query.filter().statuses());
		return statuses.stream()
			.map((status) -> new Choice(status.message(), String.valueOf(status.code()),
					this.query.filter().statuses().contains(status)))
			.toList();
	}

	/**
	 * A heading of the table.
	 *
	 * @param links the columns below it
	 * @param state how the list is sorted by one of them, as in {@code aria-sort}
	 */
	record Heading(List<SortLink> links, String state) {

	}

	/**
	 * A link that sorts the list by a column.
	 *
	 * @param key the column
	 * @param path the list sorted by it
	 * @param state how the list is sorted by it now, as in {@code aria-sort}
	 */
	record SortLink(String key, String path, String state) {

	}

	/**
	 * A number above the list.
	 *
	 * @param key what is counted
	 * @param count how many there are, absent until it is known
	 * @param unconfirmed how many more are not confirmed
	 * @param path the list of them
	 * @param chosen whether this is the list that is shown
	 */
	record Tile(String key, @Nullable Integer count, int unconfirmed, String path, boolean chosen) {

		Tile with(int unconfirmed) {
			return new Tile(this.key, this.count, unconfirmed, this.path, this.chosen);
		}

	}

	/**
	 * Something to choose.
	 *
	 * @param label what to call it
	 * @param value its value or path
	 * @param chosen whether it is chosen
	 */
	record Choice(Object label, String value, boolean chosen) {

	}

}
