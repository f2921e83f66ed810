package dev.certdeck.http;

/**
 * Thrown when a setting is invalid.
 */
public class InvalidSettingException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param name the setting's name
	 * @param value its value
	 * @param reason what is wrong with the value, as the end of a sentence
	 */
	public InvalidSettingException(String name, String value, String reason) {
		super("%s: '%s' %s".formatted(name, value, reason));
	}

}
