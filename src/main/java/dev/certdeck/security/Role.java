package dev.certdeck.security;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What a person may do; each role includes those before it.
 */
enum Role {

	/**
	 * Sees the certificates.
	 */
	VIEWER,

	/**
	 * Uploads and deletes certificates.
	 */
	OPERATOR,

	/**
	 * Does everything.
	 */
	ADMIN;

	GrantedAuthority authority() {
		return new SimpleGrantedAuthority("ROLE_" + name());
	}

}
