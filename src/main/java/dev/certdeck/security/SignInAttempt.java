package dev.certdeck.security;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * A sign-in attempt of a browser.
 *
 * @param state identifies it in the provider's response
 * @param page the page to which it leads
 * @param question the request to the provider, absent once it has been answered
 */
record SignInAttempt(String state, String page, @Nullable OAuth2AuthorizationRequest question) implements Serializable {

	boolean isAnswered() {
		return this.question == null;
	}

	SignInAttempt answered() {
		return new SignInAttempt(this.state, this.page, null);
	}

}
