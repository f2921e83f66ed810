package dev.certdeck.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter of the audit page. An invalid value counts as absent.
 *
 * @param person the beginning of the person's name, or the whole subject, empty for any
 * @param certificate the whole id, SHA-256 fingerprint or name of a certificate, empty
 * for any
 * @param kind the kind, absent for any
 * @param outcome the outcome, absent for any
 * @param from the first day, in the team's time zone, absent for no limit
 * @param until the last day, in the team's time zone, absent for no limit
 */
record AuditQuery(String person, String certificate, @Nullable AuditKind kind, @Nullable AuditOutcome outcome,
		@Nullable LocalDate from, @Nullable LocalDate until) {

	private static final int LONGEST = 300;

	private static final Pattern DAY = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");

	static AuditQuery of(MultiValueMap<String, String> parameters) {
		return new AuditQuery(text(parameters, "person"), text(parameters, "certificate"),
				constant(AuditKind.values(), text(parameters, "kind")),
				constant(AuditOutcome.values(), text(parameters, "outcome")), day(text(parameters, "from")),
				day(text(parameters, "until")));
	}

	/**
	 * Returns the path of a page of the entries.
	 * @param path the path without a query
	 * @param direction the parameter that holds the cursor
	 * @param cursor where the page begins, absent for a page without a cursor
	 * @return the path, relative to the application
	 */
	String path(String path, String direction, @Nullable Cursor cursor) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
		add(url, "person", this.person);
		add(url, "certificate", this.certificate);
		add(url, "kind", this.kind);
		add(url, "outcome", this.outcome);
		add(url, "from", this.from);
		add(url, "until", this.until);
		add(url, direction, cursor);
		return url.encode().build().toUriString();
	}

	private static void add(UriComponentsBuilder url, String name, @Nullable Object value) {
		if (value != null && !value.equals("")) {
			url.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
		}
	}

	private static String text(MultiValueMap<String, String> parameters, String name) {
		String value = parameters.getFirst(name);
		return (value != null && value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl))
				? value.strip() : "";
	}

	private static <E extends Enum<E>> @Nullable E constant(E[] constants, String text) {
		return Arrays.stream(constants)
			.filter((constant) -> constant.name().equalsIgnoreCase(text))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable LocalDate day(String text) {
		try {
			return DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
