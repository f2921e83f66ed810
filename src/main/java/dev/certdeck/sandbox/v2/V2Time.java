package dev.certdeck.sandbox.v2;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Times as API 2.0 writes them: of GMT+8, without saying so.
 */
final class V2Time {

	/**
	 * Stands for no time at all.
	 */
	static final String ZERO = "0000-00-00 00:00:00";

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.ofHours(8));

	private V2Time() {
	}

	static String format(@Nullable Instant time) {
		return (time != null) ? FORMAT.format(time) : ZERO;
	}

}
