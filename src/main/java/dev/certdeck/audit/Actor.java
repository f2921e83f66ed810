package dev.certdeck.audit;

/**
 * Who does something, and from where.
 *
 * @param subject the person's subject at the identity provider
 * @param name the person's display name
 * @param address the client's address, or {@link #MANY}
 */
public record Actor(String subject, String name, String address) {

	/**
	 * The address of an entry that stands for events from several addresses.
	 */
	static final String MANY = "*";

}
