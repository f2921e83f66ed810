package dev.certdeck.inventory;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * The way back to the list as it was: its query, taken from a request and made sound.
 *
 * @param query the list's query string, empty for the plain list
 */
public record ListPath(String query) {

	/**
	 * Reads the way back from a request's parameter.
	 * @param back the query string that the list page gave along, if it did
	 * @return the way back; what makes no sense in it is left out
	 */
	public static ListPath parse(@Nullable String back) {
		return new ListPath(CertificateQuery.parse(back).queryString());
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
