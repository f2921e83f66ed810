package dev.certdeck.sandbox.cloud;

/**
 * A project of the account, which groups certificates.
 *
 * @param id the number of the project
 * @param name the name of the project
 * @param description the description of the project
 */
public record Project(long id, String name, String description) {

	/**
	 * The project of certificates that are in no other.
	 */
	public static final Project DEFAULT = new Project(0, "Default Project", "default project");

}
