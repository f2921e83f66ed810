package dev.certdeck.web;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

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
	public static MessageSource load() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		messages.setAlwaysUseMessageFormat(true);
		return messages;
	}

}
