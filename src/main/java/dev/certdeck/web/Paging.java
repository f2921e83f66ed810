package dev.certdeck.web;

import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * The links from one page of a list to the others.
 *
 * @param page the page's number, from 1
 * @param pages how many pages there are
 * @param first the path of the first page, absent on it
 * @param previous the path of the page before, absent on the first
 * @param next the path of the page after, absent on the last
 * @param last the path of the last page, absent on it
 */
public record Paging(int page, int pages, @Nullable String first, @Nullable String previous, @Nullable String next,
		@Nullable String last) {

	/**
	 * Makes the links.
	 * @param page the page's number, from 1
	 * @param pages how many pages there are
	 * @param path gives the path of a page by its number
	 * @return the links
	 */
	public static Paging of(int page, int pages, IntFunction<String> path) {
		boolean isFirst = page <= 1;
		boolean isLast = page >= pages;
		return new Paging(page, pages, isFirst ? null : path.apply(1), isFirst ? null : path.apply(page - 1),
				isLast ? null : path.apply(page + 1), isLast ? null : path.apply(pages));
	}

}
