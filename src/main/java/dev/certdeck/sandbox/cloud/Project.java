package dev.certdeck.sandbox.cloud;

/**
 * A project to which the account files its certificates.
 *
 * @param id the number of the project
 * @param name the name of the project
 * @param description the words about the project
 */
public record Project(long id, String name, String description) {

	/**
	 * The project of everything that was filed nowhere else.
	 */
	public static final Project DEFAULT = new Project(0, "Default Project", "default project");

}
