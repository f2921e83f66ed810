package dev.certdeck.security;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.certdeck.certificate.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The person who is signed in.
 *
 * @param subject the subject at the provider
 * @param name the display name
 * @param role the highest role in lower case, {@value #NO_ROLE} without one
 * @param writer whether the person may upload and delete
 */
record User(String subject, String name, String role, boolean writer) {

	private static final String NO_ROLE = "none";

	private static final Pattern INVISIBLE = Pattern
		.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028-\\u202e\\u2066-\\u2069]+");

	private static final int LONGEST_NAME = 100;

	/**
	 * Returns the user of an authentication, absent if nobody is signed in.
	 */
	static @Nullable User of(@Nullable Authentication authentication) {
		if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser person)) {
			return null;
		}
		String fullName = (person.getClaims().get("name") instanceof String name) ? displayed(name) : "";
		String role = Arrays.stream(Role.values())
			.filter((candidate) -> authentication.getAuthorities().contains(candidate.authority()))
			.max(Comparator.naturalOrder())
			.map(Message::key)
			.orElse(NO_ROLE);
		return new User(Objects.requireNonNull(person.getSubject()),
				fullName.isEmpty() ? displayed(person.getName()) : fullName, role,
				role.equals("operator") || role.equals("admin"));
	}

	private static String displayed(String name) {
		String line = INVISIBLE.matcher(name).replaceAll(" ").strip();
		return (line.codePointCount(0, line.length()) <= LONGEST_NAME) ? line
				: line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
	}

	boolean hasRole() {
		return !this.role.equals(NO_ROLE);
	}

}
