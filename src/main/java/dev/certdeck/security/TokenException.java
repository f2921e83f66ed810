package dev.certdeck.security;

import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * A token is of a kind that Certdeck does not take, whoever it names. Its message holds
 * nothing of the token but names that a standard lists.
 */
class TokenException extends BadJwtException {

	TokenException(String message) {
		super(message);
	}

}
