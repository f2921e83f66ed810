package dev.certdeck.tencent.signing;

import org.jspecify.annotations.Nullable;

/**
 * What proves to the cloud who calls.
 *
 * @param secretId the key's public name
 * @param secretKey the key, which never leaves this process
 * @param token the token that comes with temporary credentials, if they are such
 */
public record Credentials(String secretId, String secretKey, @Nullable String token) {

	/**
	 * Creates credentials from what somebody set.
	 * @param secretId the key's public name, absent if it is not set
	 * @param secretKey the key, absent if it is not set
	 * @param token the token, absent if it is not set
	 * @return the credentials without spaces around them, with empty texts for what is
	 * missing
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
