package dev.certdeck.list;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/**
 * The way back to the list as it was: its query string, validated.
 *
 * @param query the list's query string, empty for the plain list
 */
public record ListPath(String query) {

	/**
	 * The longest query that fits, encoded twice, into a {@code Location} header that
	 * proxies let through.
	 */
	private static final int LONGEST = 2000;

	/**
	 * Parses the way back from a request's parameter.
	 * @param back the query string that the list page passed, if it did
	 * @return the way back, without invalid values
	 * @throws ResponseStatusException if it is longer than any that a page passes
	 */
	public static ListPath parse(@Nullable String back) {
		String query = CertificateQuery.parse(back).queryString();
		if (query.length() > LONGEST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return new ListPath(query);
	}

	/**
	 * Returns the way back to a list.
	 * @param query the query of the list
	 * @return the way back, to the plain list if the query is too long
	 */
	static ListPath to(CertificateQuery query) {
		String text = query.queryString();
		return new ListPath((text.length() > LONGEST) ? "" : text);
	}

	/**
	 * Returns the list's path.
	 * @return the path and the query, relative to the application
	 */
	public String path() {
		return this.query.isEmpty() ? "/certificates" : "/certificates?" + this.query;
	}

	/**
	 * Returns the path of another page that leads back here.
	 * @param page the page's path, without a query
	 * @return the path with this way back
	 */
	public String from(String page) {
		return this.query.isEmpty() ? page : page + "?back=" + UriUtils.encode(this.query, StandardCharsets.UTF_8);
	}

}
