package dev.certdeck.sandbox.login;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
	GUEST("Mei Tanaka", "is in no group and may do nothing", "visitors"),

	/**
	 * Reads, and is in so many groups that the ID token is long.
	 */
	JOINER("Priya Nair", "is in 150 groups, looks at certificates", many("certdeck-viewers")),

	/**
	 * Is in more groups than a token names.
	 */
	CROWD("Tom Silva", "is in too many groups to be named in a token, and may do nothing");

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

	private static String[] many(String group) {
		return Stream
			.concat(Stream.of(group),
					IntStream.range(1, 150)
						.mapToObj((number) -> new UUID(0x4000L, Long.MIN_VALUE + number * 0x9E3779B97FL).toString()))
			.toArray(String[]::new);
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

	/**
	 * The groups that a token names.
	 * @return the groups, none if there are too many
	 */
	List<String> groups() {
		return this.groups;
	}

}
