package dev.certdeck.tencent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import dev.certdeck.tencent.signing.Credentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link CredentialsFile}.
 */
class CredentialsFileTests {

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void setUp() {
		this.file = this.folder.resolve("credentials");
	}

	@Test
	void readsTheSectionOfTheProfile() throws IOException {
		write("""
				[other]
				secret_id = AKIDother
				secret_key = other
				[default]
				# a comment = nothing
				secret_id = AKIDx
				secret_key=a=b
				""");
		assertThat(credentials("default").get()).isEqualTo(new Credentials("AKIDx", "a=b", null));
		assertThat(credentials("other").get()).isEqualTo(new Credentials("AKIDother", "other", null));
	}

	@Test
	void readsTemporaryCredentialsAgainWhenTheFileChanges() throws IOException {
		write("secret_id=AKIDx\nsecret_key=one\ntoken=t1\n");
		CredentialsFile credentials = credentials("default");
		assertThat(credentials.get()).isEqualTo(new Credentials("AKIDx", "one", "t1"));
		write("secret_id=AKIDy\nsecret_key=two\ntoken=t2\n");
		Files.setLastModifiedTime(this.file, FileTime.fromMillis(1_700_000_000_000L));
		assertThat(credentials.get()).isEqualTo(new Credentials("AKIDy", "two", "t2"));
	}

	@Test
	void saysWhatIsMissingAndNothingOfTheContent() throws IOException {
		assertThatIllegalStateException().isThrownBy(credentials("default")::get)
			.withMessageContaining("can't be read");
		write("[default]\nsecret_key=marker\n");
		assertThatIllegalStateException().isThrownBy(credentials("default")::get)
			.withMessageContaining("secret_id")
			.withMessageContaining("[default]")
			.satisfies((failure) -> assertThat(failure).message().doesNotContain("marker"));
	}

	private CredentialsFile credentials(String profile) {
		return new CredentialsFile(this.file, profile);
	}

	private void write(String content) throws IOException {
		Files.writeString(this.file, content);
	}

}
