package dev.certdeck.http;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a setting is invalid.
 */
public class InvalidSettingException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param message the setting's name, its value and what is wrong with it
	 * @param cause the cause, if there is one
	 */
	public InvalidSettingException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
