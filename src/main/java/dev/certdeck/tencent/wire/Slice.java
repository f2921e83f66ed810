package dev.certdeck.tencent.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A page of a list.
 *
 * @param <T> the type of the rows
 * @param reply the reply that held the page
 * @param rows the rows
 * @param total how many rows the cloud counts on all pages
 * @param unreadable how many rows of this page are left out because they can't be read
 */
public record Slice<T>(Reply reply, List<T> rows, int total, int unreadable) {

	private static final int MOST_PAGES = 10_000;

	/**
	 * Creates a page.
	 * @throws dev.certdeck.certificate.CloudException if it has more rows than the cloud
	 * counts
	 */
	public Slice {
		if (rows.size() + unreadable > total) {
			throw reply.unintelligible("the list has more rows than it counts");
		}
	}

	/**
	 * Creates a page of which every row could be read.
	 * @param reply the reply that held the page
	 * @param rows the rows
	 * @param total how many rows the cloud counts on all pages
	 */
	public Slice(Reply reply, List<T> rows, int total) {
		this(reply, rows, total, 0);
	}

	/**
	 * Reads a page; rows that can't be read are left out and counted.
	 * @param <T> the type of the rows
	 * @param reply the reply that holds the page
	 * @param items what the page holds
	 * @param total how many rows the cloud counts on all pages
	 * @param reader reads a row, or nothing if it can't be read
	 * @return the page
	 */
	public static <T> Slice<T> of(Reply reply, List<Fields> items, int total, Function<Fields, Optional<T>> reader) {
		List<T> rows = items.stream().map(reader).flatMap(Optional::stream).toList();
		return new Slice<>(reply, rows, total, items.size() - rows.size());
	}

	/**
	 * Finds the one row that was asked for.
	 * @param wanted tells it from others
	 * @return the row, or nothing if the list does not hold it
	 * @throws dev.certdeck.certificate.CloudException if it may be one that can't be read
	 * or that is counted and not shown
	 */
	public Optional<T> find(Predicate<T> wanted) {
		Optional<T> found = this.rows.stream().filter(wanted).findFirst();
		if (found.isEmpty() && this.unreadable > 0) {
			throw this.reply.unintelligible("a row that can't be read");
		}
		if (found.isEmpty() && this.total > this.rows.size()) {
			throw this.reply.unintelligible("the list has fewer rows than it counts");
		}
		return found;
	}

	/**
	 * Returns this page if it has no more rows than were asked for.
	 * @param asked how many rows were asked for
	 * @return this page
	 * @throws dev.certdeck.certificate.CloudException if it has more
	 */
	public Slice<T> atMost(int asked) {
		if (size() > asked) {
			throw this.reply.unintelligible("the list has more rows than were asked for");
		}
		return this;
	}

	/**
	 * Returns the first page of a list if something on it can be read.
	 * @return this page
	 * @throws dev.certdeck.certificate.CloudException if it has rows of which none can be
	 * read
	 */
	public Slice<T> orUnintelligible() {
		if (this.rows.isEmpty() && this.unreadable > 0) {
			throw this.reply.unintelligible("no row of the list can be read");
		}
		return this;
	}

	/**
	 * Returns the first page of a list if the pages that have to follow are not too many.
	 * @return this page
	 * @throws dev.certdeck.certificate.CloudException if they are
	 */
	Slice<T> orTooLong() {
		if (this.total > MOST_PAGES * (long) size()) {
			throw this.reply.unintelligible((size() == 0) ? "the list counts rows and has none"
					: "the list comes in more than %d pages".formatted(MOST_PAGES));
		}
		return this;
	}

	int size() {
		return this.rows.size() + this.unreadable;
	}

	/**
	 * Asks the cloud for a page.
	 *
	 * @param <T> the type of the rows
	 */
	@FunctionalInterface
	public interface Source<T> {

		/**
		 * Reads a page.
		 * @param number the page's number, from 1
		 * @param offset how many rows come before it
		 * @param size how many rows to ask for
		 * @return the page
		 */
		Slice<T> read(int number, int offset, int size);

	}

}
