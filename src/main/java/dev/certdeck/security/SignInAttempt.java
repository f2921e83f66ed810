package dev.certdeck.security;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * An attempt of a browser to sign in.
 *
 * @param state by which the provider's answer names it
 * @param page the address to which it leads
 * @param question what the provider is asked, absent once it answered
 */
record SignInAttempt(String state, String page, @Nullable OAuth2AuthorizationRequest question) implements Serializable {

	boolean isAnswered() {
		return this.question == null;
	}

	SignInAttempt answered() {
		return new SignInAttempt(this.state, this.page, null);
	}

}
