package dev.certdeck.sandbox.cloud;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times in the cloud's format: in GMT+8, without naming the zone.
 */
public final class BeijingTime {

	/**
	 * The text for no time.
	 */
	public static final String ZERO = "0000-00-00 00:00:00";

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.ofHours(8));

	/**
	 * The latest time that the cloud writes.
	 */
	private static final Instant LAST = Instant.parse("9999-12-31T15:59:59Z");

	private BeijingTime() {
	}

	/**
	 * Formats a time.
	 * @param time the time
	 * @return its date and time in GMT+8, at most the end of the year 9999
	 */
	public static String format(Instant time) {
		return FORMAT.format(time.isBefore(LAST) ? time : LAST);
	}

}
