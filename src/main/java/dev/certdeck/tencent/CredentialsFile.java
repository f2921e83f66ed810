package dev.certdeck.tencent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.certdeck.tencent.signing.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Credentials in the file format of Tencent's own SDKs
 * ({@code ~/.tencentcloud/credentials}): sections with {@code secret_id},
 * {@code secret_key} and {@code token}. The file is read again when it changes, so that
 * temporary credentials can be renewed in place.
 */
class CredentialsFile implements Supplier<Credentials> {

	private final Path file;

	private final String profile;

	private @Nullable FileTime readAt;

	private @Nullable Credentials credentials;

	/**
	 * Creates the source.
	 * @param file the file
	 * @param profile the section to take; what stands before any section counts as part
	 * of each
	 */
	CredentialsFile(Path file, String profile) {
		this.file = file;
		this.profile = profile;
	}

	@Override
	public synchronized Credentials get() {
		try {
			FileTime changedAt = Files.getLastModifiedTime(this.file);
			if (this.credentials == null || !changedAt.equals(this.readAt)) {
				this.credentials = read();
				this.readAt = changedAt;
			}
			return this.credentials;
		}
		catch (IOException ex) {
			throw new IllegalStateException(
					"The credentials file %s can't be read: %s".formatted(this.file, ex.getClass().getSimpleName()));
		}
	}

	private Credentials read() throws IOException {
		Map<String, String> values = new HashMap<>();
		boolean wanted = true;
		for (String line : Files.readAllLines(this.file)) {
			String text = line.strip();
			int equals = text.indexOf('=');
			if (text.startsWith("[") && text.endsWith("]")) {
				wanted = text.substring(1, text.length() - 1).strip().equals(this.profile);
			}
			else if (wanted && equals > 0 && !text.startsWith("#") && !text.startsWith(";")) {
				values.put(text.substring(0, equals).strip(), text.substring(equals + 1));
			}
		}
		Credentials read = Credentials.of(values.get("secret_id"), values.get("secret_key"), values.get("token"));
		if (!read.isComplete()) {
			throw new IllegalStateException("The credentials file %s has no secret_id and secret_key under [%s]"
				.formatted(this.file, this.profile));
		}
		return read;
	}

}
