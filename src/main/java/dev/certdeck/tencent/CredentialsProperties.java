package dev.certdeck.tencent;

import java.nio.file.Path;
import java.util.function.Supplier;

import dev.certdeck.tencent.signing.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the credentials for Tencent Cloud come from.
 *
 * @param secretId SecretId of the account or sub-account
 * @param secretKey SecretKey that belongs to the SecretId
 * @param token token of temporary credentials
 * @param credentialsFile file with secret_id, secret_key and token, read again when it
 * changes
 * @param profile the section of the credentials file
 */
@ConfigurationProperties("certdeck.tencent")
public record CredentialsProperties(@Nullable String secretId, @Nullable String secretKey, @Nullable String token,
		@Nullable Path credentialsFile, @DefaultValue("default") String profile) {

	/**
	 * Returns the source of the credentials: the file if there is one, else the settings.
	 * @return supplies the credentials of each call, or throws an
	 * {@link IllegalStateException} if they are missing
	 */
	public Supplier<Credentials> credentials() {
		if (this.credentialsFile != null) {
			return new CredentialsFile(this.credentialsFile, this.profile);
		}
		Credentials credentials = Credentials.of(this.secretId, this.secretKey, this.token);
		return () -> {
			if (!credentials.isComplete()) {
				throw new IllegalStateException(
						"certdeck.tencent.secret-id and certdeck.tencent.secret-key are not set");
			}
			return credentials;
		};
	}

	/**
	 * Returns what the account is known by.
	 * @return the SecretId, empty if it may change at any time because it is temporary or
	 * comes from a file
	 */
	String account() {
		Credentials credentials = Credentials.of(this.secretId, this.secretKey, this.token);
		return (this.credentialsFile != null || credentials.token() != null) ? "" : credentials.secretId();
	}

	/**
	 * Describes the settings without any secret.
	 */
	@Override
	public String toString() {
		return "CredentialsProperties[credentialsFile=%s, profile=%s]".formatted(this.credentialsFile, this.profile);
	}

}
