package dev.certdeck.sandbox.gateway;

import java.time.Duration;

/**
 * The account that may call, and how its calls are judged.
 *
 * @param secretId the SecretId
 * @param secretKey the SecretKey
 * @param token the token of temporary credentials that each call must carry, empty when
 * any token, or none, will do
 * @param clockSkew how far the time of a call may be off
 */
public record Account(String secretId, String secretKey, String token, Duration clockSkew) {

	/**
	 * Whether a token will do.
	 * @param given the token of a call, empty if it has none
	 * @return whether it is the account's
	 */
	public boolean takes(String given) {
		return this.token.isEmpty() || this.token.equals(given);
	}

	@Override
	public String toString() {
		return "Account[secretId=" + this.secretId + "]";
	}

}
