package dev.certdeck.sandbox.cloud;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The certificates whose rows in lists are odd.
 */
public class Oddities {

	private final Map<String, Oddity> byId;

	/**
	 * Creates the oddities.
	 * @param byId the oddities by the IDs of certificates
	 */
	public Oddities(Map<String, Oddity> byId) {
		this.byId = new ConcurrentHashMap<>(byId);
	}

	/**
	 * Sets the oddity of a certificate.
	 * @param id its ID
	 * @param oddity the oddity, {@code null} for none
	 */
	public void set(String id, @Nullable Oddity oddity) {
		this.byId.compute(id, (key, before) -> oddity);
	}

	/**
	 * Makes the row of a certificate odd if an oddity is set.
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
