package dev.certdeck.security;

import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * Thrown for a token of a kind that Certdeck does not accept. The message contains
 * nothing of the token but registered names.
 */
class TokenException extends BadJwtException {

	TokenException(String message) {
		super(message);
	}

}
