package dev.certdeck.security;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a setting of the single sign-on is invalid.
 */
class SsoSettingException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param name the setting's name
	 * @param problem its value and what is wrong with it, as the end of a sentence
	 * @param cause what was behind it
	 */
	SsoSettingException(String name, String problem, @Nullable Throwable cause) {
		super("certdeck.sso.%s is %s".formatted(name, problem), cause);
	}

}
