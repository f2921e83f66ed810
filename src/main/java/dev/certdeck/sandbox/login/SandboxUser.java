package dev.certdeck.sandbox.login;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The users who can sign in. The password is the user name.
 */
enum SandboxUser {

	VIEWER("Wei Li", "looks at certificates", "certdeck-viewers"),

	OPERATOR("Ana Costa", "uploads and deletes certificates", "certdeck-operators"),

	ADMIN("Jonas Weber", "does everything", "certdeck-admins"),

	GUEST("Mei Tanaka", "is in no group and may do nothing", "visitors"),

	/**
	 * Is in so many groups that the ID token is long.
	 */
	JOINER("Priya Nair", "is in 150 groups, looks at certificates", many("certdeck-viewers")),

	/**
	 * Is in too many groups for a token, which refers to them instead.
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
	 * Describes what the user may do.
	 * @return the end of a sentence
	 */
	String right() {
		return this.right;
	}

	/**
	 * Returns the groups in a token.
	 * @return the groups, none if there are too many
	 */
	List<String> groups() {
		return this.groups;
	}

}
