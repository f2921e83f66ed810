package dev.certdeck.web;

import java.time.ZoneId;
import java.util.Locale;

/**
 * The messages of the pages, as the application configures them.
 */
public final class TestMessages {

	private TestMessages() {
	}

	/**
	 * Loads the messages.
	 * @return the messages, which throw for a key that they lack
	 */
	public static Texts load() {
		return load(ZoneId.of("Asia/Shanghai"));
	}

	/**
	 * Loads the messages.
	 * @param zone the team's time zone
	 * @return the messages, which throw for a key that they lack
	 */
	public static Texts load(ZoneId zone) {
		return new Texts(new Times(zone), Locale.ENGLISH);
	}

}
