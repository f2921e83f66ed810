package dev.certdeck.sandbox.login;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The people who can sign in; everyone's password is the user name.
 */
enum SandboxUser {

	/**
	 * Reads.
	 */
	VIEWER("Wei Li", "looks at certificates", "certdeck-viewers"),

	/**
	 * Uploads and deletes.
	 */
	OPERATOR("Ana Costa", "uploads and deletes certificates", "certdeck-operators"),

	/**
	 * Does everything.
	 */
	ADMIN("Jonas Weber", "does everything", "certdeck-admins"),

	/**
	 * Is in no group that Certdeck knows.
	 */
	GUEST("Mei Tanaka", "is in no group and may do nothing", "visitors");

	private final String displayName;

	private final String right;

	private final List<String> groups;

	SandboxUser(String displayName, String right, String... groups) {
		this.displayName = displayName;
		this.right = right;
		this.groups = List.of(groups);
	}

	static SandboxUser named(String userName) {
		return Arrays.stream(values()).filter((user) -> user.userName().equals(userName)).findFirst().orElseThrow();
	}

	String userName() {
		return name().toLowerCase(Locale.ROOT);
	}

	String displayName() {
		return this.displayName;
	}

	/**
	 * What the user may do, as the end of a sentence.
	 * @return the words
	 */
	String right() {
		return this.right;
	}

	List<String> groups() {
		return this.groups;
	}

}
