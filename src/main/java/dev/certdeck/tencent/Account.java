package dev.certdeck.tencent;

import java.util.function.Supplier;

import dev.certdeck.tencent.signing.Credentials;

/**
 * Tells one account's calls from another's.
 *
 * @param endpoints where the account is
 * @param credentials supplies its credentials
 */
record Account(Endpoints endpoints, Supplier<Credentials> credentials) implements Supplier<String> {

	/**
	 * Returns a name of the account that holds no secret.
	 * @return the name; the same for all while credentials are missing
	 */
	@Override
	public String get() {
		return secretId() + " " + this.endpoints.template();
	}

	private String secretId() {
		try {
			return this.credentials.get().secretId();
		}
		catch (IllegalStateException ex) {
			return "";
		}
	}

}
