package dev.certdeck.inventory;

import java.util.Locale;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Reason;

import org.springframework.context.MessageSource;

/**
 * Puts what the cloud refused, and what to do about it, into the operator's words.
 */
public class CloudTexts {

	private final MessageSource messages;

	/**
	 * Creates the texts.
	 * @param messages the messages of the pages
	 */
	public CloudTexts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Says what a failure means.
	 * @param failure the failure
	 * @return the meaning of the cloud's answer, else of the kind of failure
	 */
	public String words(CloudException failure) {
		return (failure.reason() != Reason.OTHER) ? words(failure.reason()) : text("cloud." + key(failure.failure()));
	}

	/**
	 * Says what a reason means.
	 * @param reason the reason
	 * @return its meaning, empty for {@link Reason#OTHER}
	 */
	public String words(Reason reason) {
		return (reason != Reason.OTHER) ? text("cloud.reason." + key(reason)) : "";
	}

	private static String key(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
