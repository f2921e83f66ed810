package dev.certdeck.sandbox.cloud;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as the cloud writes them: of GMT+8, without saying so.
 */
public final class BeijingTime {

	/**
	 * Stands for no time at all.
	 */
	public static final String ZERO = "0000-00-00 00:00:00";

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.ofHours(8));

	/**
	 * No column for times holds a later one.
	 */
	private static final Instant LAST = Instant.parse("9999-12-31T15:59:59Z");

	private BeijingTime() {
	}

	/**
	 * Writes a time.
	 * @param time the time
	 * @return its date and time of GMT+8, at most that of the end of the year 9999
	 */
	public static String format(Instant time) {
		return FORMAT.format(time.isBefore(LAST) ? time : LAST);
	}

}
