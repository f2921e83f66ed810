package dev.certdeck.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;

/**
 * Writes instants as people read them, in the team's time zone and always the same way.
 * The styles are: {@code minute} (2026-11-29 07:59, for columns that name the zone in
 * their heading), {@code minute-of-day} (07:59 +08:00), {@code second-of-day} (07:59:59
 * +08:00), {@code full} (2026-11-29 07:59:59 +08:00), {@code utc} (2026-11-28 23:59:59
 * UTC), and {@code offset} (+08:00).
 */
public class Times {

	private final ZoneId zone;

	private final Map<String, DateTimeFormatter> styles;

	/**
	 * Creates the writer.
	 * @param zone the team's time zone
	 */
	public Times(ZoneId zone) {
		this.zone = zone;
		this.styles = Map.of("minute", style("yyyy-MM-dd HH:mm", zone), "minute-of-day", style("HH:mm xxx", zone),
				"second-of-day", style("HH:mm:ss xxx", zone), "full", style("yyyy-MM-dd HH:mm:ss xxx", zone), "utc",
				style("yyyy-MM-dd HH:mm:ss 'UTC'", ZoneOffset.UTC), "offset", style("xxx", zone));
	}

	private static DateTimeFormatter style(String pattern, ZoneId zone) {
		return DateTimeFormatter.ofPattern(pattern).withZone(zone);
	}

	/**
	 * Returns the team's time zone.
	 * @return the zone
	 */
	public ZoneId zone() {
		return this.zone;
	}

	/**
	 * Returns the format of a style.
	 * @param name the style's name
	 * @return the format
	 */
	DateTimeFormatter style(String name) {
		return Objects.requireNonNull(this.styles.get(name), name);
	}

	/**
	 * Writes hour and minute, with the date unless it is that of another instant.
	 * @param instant the instant
	 * @param day an instant whose date readers have in mind
	 * @return for example {@code 07:59 +08:00}
	 */
	String recent(Instant instant, Instant day) {
		boolean sameDay = instant.atZone(this.zone).toLocalDate().equals(day.atZone(this.zone).toLocalDate());
		return style(sameDay ? "minute-of-day" : "minute").format(instant);
	}

	/**
	 * Writes date and time with the offset.
	 * @param instant the instant
	 * @return for example {@code 2026-11-29 07:59:59 +08:00}
	 */
	public String full(Instant instant) {
		return style("full").format(instant);
	}

	/**
	 * Writes date and time in UTC.
	 * @param instant the instant
	 * @return for example {@code 2026-11-28 23:59:59 UTC}
	 */
	public String utc(Instant instant) {
		return style("utc").format(instant);
	}

}
