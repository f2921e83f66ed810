package dev.certdeck.tencent.signing;

import org.jspecify.annotations.Nullable;

/**
 * The credentials of an account or sub-account.
 *
 * @param secretId the id of the key
 * @param secretKey the key, which signs calls and is never sent
 * @param token the token of temporary credentials, if they are such
 */
public record Credentials(String secretId, String secretKey, @Nullable String token) {

	/**
	 * Creates credentials from settings, without spaces around them.
	 * @param secretId the id of the key, absent if it is not set
	 * @param secretKey the key, absent if it is not set
	 * @param token the token, absent if it is not set
	 * @return the credentials, with empty texts for what is not set
	 */
	public static Credentials of(@Nullable String secretId, @Nullable String secretKey, @Nullable String token) {
		String plainToken = stripped(token);
		return new Credentials(stripped(secretId), stripped(secretKey), plainToken.isEmpty() ? null : plainToken);
	}

	private static String stripped(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

	/**
	 * Tells whether calls can be signed with these credentials.
	 * @return {@code false} if the id or the key is blank
	 */
	public boolean isComplete() {
		return !this.secretId.isBlank() && !this.secretKey.isBlank();
	}

	/**
	 * Describes the credentials without key and token.
	 */
	@Override
	public String toString() {
		return "Credentials[secretId=%s]".formatted(this.secretId);
	}

}
