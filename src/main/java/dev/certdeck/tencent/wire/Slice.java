package dev.certdeck.tencent.wire;

import java.util.List;

/**
 * One page of a list that the cloud gives page by page.
 *
 * @param <T> the type of the rows
 * @param reply the reply that held the page
 * @param rows the rows
 * @param total how many rows the cloud counts on all pages
 */
public record Slice<T>(Reply reply, List<T> rows, int total) {

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
