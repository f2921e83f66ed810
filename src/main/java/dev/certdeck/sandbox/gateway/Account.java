package dev.certdeck.sandbox.gateway;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The account that may call, and how far the time of its calls may be off.
 *
 * @param secretId SecretId of the account
 * @param secretKey SecretKey of the account
 * @param token token of temporary credentials that each call must carry, empty if any
 * token, or none, is accepted
 * @param clockSkew how far the time of a request may be off
 */
@ConfigurationProperties("certdeck.sandbox")
public record Account(@DefaultValue("AKIDsandbox") String secretId,
		@DefaultValue("sandbox-secret-key") String secretKey, @DefaultValue("") String token,
		@DefaultValue("5m") Duration clockSkew) {

	/**
	 * Checks the settings.
	 */
	public Account {
		Assert.isTrue(!clockSkew.isNegative(), "'clockSkew' must not be negative");
	}

	/**
	 * Tells whether the token of a call is accepted.
	 * @param given the token, empty if the call has none
	 * @return {@code true} if it is that of the account or any is accepted
	 */
	public boolean accepts(String given) {
		return this.token.isEmpty() || this.token.equals(given);
	}

	@Override
	public String toString() {
		return "Account[secretId=" + this.secretId + "]";
	}

}
