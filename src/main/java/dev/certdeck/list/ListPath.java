package dev.certdeck.list;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/**
 * The way back to the list as it was: its query, taken from a request and made sound.
 *
 * @param query the list's query string, empty for the plain list
 */
public record ListPath(String query) {

	/**
	 * The longest query that fits, encoded twice, into a header that leads there, through
	 * proxies too.
	 */
	private static final int LONGEST = 2000;

	/**
	 * Reads the way back from a request's parameter.
	 * @param back the query string that the list page gave along, if it did
	 * @return the way back; what makes no sense in it is left out
	 * @throws ResponseStatusException if it is longer than any that a page gives along
	 */
	public static ListPath parse(@Nullable String back) {
		String query = CertificateQuery.parse(back).queryString();
		if (query.length() > LONGEST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return new ListPath(query);
	}

	/**
	 * Makes the way back to a list.
	 * @param query what the list was asked for
	 * @return the way back, to the plain list if what was asked for is too long
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
