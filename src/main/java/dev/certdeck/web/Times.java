package dev.certdeck.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes instants as people read them, in the team's time zone and always the same way.
 */
public class Times {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private static final DateTimeFormatter MINUTE_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

	private static final DateTimeFormatter SECOND_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss");

	private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

	private final ZoneId zone;

	/**
	 * Creates the writer.
	 * @param zone the team's time zone
	 */
	public Times(ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * Returns the team's time zone.
	 * @return the zone
	 */
	public ZoneId zone() {
		return this.zone;
	}

	/**
	 * Writes date and minute without the zone, for columns that name it in their heading.
	 * @param instant the instant
	 * @return for example {@code 2026-11-29 07:59}
	 */
	public String minute(Instant instant) {
		return MINUTE.format(instant.atZone(this.zone));
	}

	/**
	 * Writes hour and minute with the offset.
	 * @param instant the instant
	 * @return for example {@code 07:59 +08:00}
	 */
	public String minuteOfDay(Instant instant) {
		return MINUTE_OF_DAY.format(instant.atZone(this.zone)) + " " + offset(instant);
	}

	/**
	 * Writes hour and minute, with the date unless it is that of another instant.
	 * @param instant the instant
	 * @param day an instant whose date readers have in mind
	 * @return for example {@code 07:59 +08:00}
	 */
	public String minute(Instant instant, Instant day) {
		boolean sameDay = instant.atZone(this.zone).toLocalDate().equals(day.atZone(this.zone).toLocalDate());
		return sameDay ? minuteOfDay(instant) : minute(instant);
	}

	/**
	 * Writes hour, minute and second with the offset.
	 * @param instant the instant
	 * @return for example {@code 07:59:59 +08:00}
	 */
	public String secondOfDay(Instant instant) {
		return SECOND_OF_DAY.format(instant.atZone(this.zone)) + " " + offset(instant);
	}

	/**
	 * Writes date and time with the offset.
	 * @param instant the instant
	 * @return for example {@code 2026-11-29 07:59:59 +08:00}
	 */
	public String full(Instant instant) {
		return SECOND.format(instant.atZone(this.zone)) + " " + offset(instant);
	}

	/**
	 * Writes date and time in UTC.
	 * @param instant the instant
	 * @return for example {@code 2026-11-28 23:59:59 UTC}
	 */
	public String utc(Instant instant) {
		return SECOND.format(instant.atZone(ZoneOffset.UTC)) + " UTC";
	}

	/**
	 * Writes the zone's offset.
	 * @param instant the instant at which it is asked
	 * @return for example {@code +08:00}
	 */
	public String offset(Instant instant) {
		return OFFSET.format(instant.atZone(this.zone));
	}

}
