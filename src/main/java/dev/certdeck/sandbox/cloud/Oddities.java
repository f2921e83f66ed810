package dev.certdeck.sandbox.cloud;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of the cloud's lists are odd.
 */
public class Oddities {

	private final Map<String, Oddity> byId;

	/**
	 * Creates the oddities.
	 * @param byId in which way the rows of certificates are odd, by their IDs
	 */
	public Oddities(Map<String, Oddity> byId) {
		this.byId = new ConcurrentHashMap<>(byId);
	}

	/**
	 * Makes the row of a certificate odd from now on.
	 * @param id its ID
	 * @param oddity in which way, {@code null} for none
	 */
	public void set(String id, @Nullable Oddity oddity) {
		this.byId.compute(id, (key, before) -> oddity);
	}

	/**
	 * Makes a row odd if it is to be.
	 * @param id the certificate's ID
	 * @param row the fields of the row, which are changed
	 * @param names what the dialect calls them
	 * @return the row
	 */
	public @Nullable Map<String, Object> in(String id, Map<String, Object> row, Oddity.Names names) {
		Oddity oddity = this.byId.get(id);
		return (oddity != null) ? oddity.in(row, names) : row;
	}

}
