package dev.certdeck.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter of the audit page as it stands in its form and in the URL; what makes no
 * sense counts as not asked.
 *
 * @param person the person
 * @param certificate the certificate
 * @param kind the kind's name
 * @param outcome the outcome's name
 * @param from the first day
 * @param until the last day
 */
record AuditForm(String person, String certificate, String kind, String outcome, String from, String until) {

	private static final int LONGEST = 300;

	private static final Pattern DAY = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");

	static AuditForm of(MultiValueMap<String, String> parameters) {
		return new AuditForm(text(parameters, "person"), text(parameters, "certificate"),
				name(AuditKind.class, text(parameters, "kind")), name(AuditOutcome.class, text(parameters, "outcome")),
				day(text(parameters, "from")), day(text(parameters, "until")));
	}

	/**
	 * Returns what is looked for.
	 * @param zone the zone in which the days are meant
	 * @return the query
	 */
	AuditQuery query(ZoneId zone) {
		return new AuditQuery(this.person, this.certificate, this.kind.isEmpty() ? null : AuditKind.valueOf(this.kind),
				this.outcome.isEmpty() ? null : AuditOutcome.valueOf(this.outcome), start(this.from, 0, zone),
				start(this.until, 1, zone));
	}

	/**
	 * Returns the path of a page of what is looked for.
	 * @param path the path without a query
	 * @param direction the parameter that says where to go on, empty for none
	 * @param place where to go on
	 * @return the path, relative to the application
	 */
	String path(String path, String direction, @Nullable Object place) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
		add(url, "person", this.person);
		add(url, "certificate", this.certificate);
		add(url, "kind", this.kind);
		add(url, "outcome", this.outcome);
		add(url, "from", this.from);
		add(url, "until", this.until);
		if (place != null) {
			add(url, direction, place.toString());
		}
		return url.encode().build().toUriString();
	}

	private static void add(UriComponentsBuilder url, String name, String value) {
		if (!value.isEmpty()) {
			url.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
		}
	}

	private static String text(MultiValueMap<String, String> parameters, String name) {
		String value = parameters.getFirst(name);
		return (value != null && value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl))
				? value.strip() : "";
	}

	private static <E extends Enum<E>> String name(Class<E> type, String text) {
		return Arrays.stream(type.getEnumConstants())
			.map(Enum::name)
			.filter((name) -> name.equalsIgnoreCase(text))
			.findFirst()
			.orElse("");
	}

	private static String day(String text) {
		try {
			return DAY.matcher(text).matches() ? LocalDate.parse(text).toString() : "";
		}
		catch (DateTimeException ex) {
			return "";
		}
	}

	private static @Nullable Instant start(String day, int later, ZoneId zone) {
		return Optional.of(day)
			.filter((text) -> !text.isEmpty())
			.map((text) -> LocalDate.parse(text).plusDays(later).atStartOfDay(zone).toInstant())
			.orElse(null);
	}

}
