package dev.certdeck;

import java.net.BindException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link StartFailures} and {@link RequiredSettings}.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTests {

	private final StartFailures failures = new StartFailures();

	private final MockEnvironment environment = new MockEnvironment().withProperty("certdeck.tencent.secret-id", "id")
		.withProperty("certdeck.tencent.secret-key", "key")
		.withProperty("certdeck.sso.issuer-uri", "https://sso.example.com")
		.withProperty("certdeck.sso.client-id", "certdeck")
		.withProperty("certdeck.sso.client-secret", "secret");

	@Test
	void startGoesOnWithAllSettings() {
		assertThatNoException().isThrownBy(this::check);
	}

	@Test
	void everyMissingOrBlankSettingIsNamedAtOnceWithItsEnvironmentVariable(CapturedOutput output) {
		this.environment.setProperty("certdeck.tencent.secret-key", " ");
		this.environment.setProperty("certdeck.sso.client-secret", "");
		assertThatExceptionOfType(MissingSettingsException.class).isThrownBy(this::check)
			.satisfies((missing) -> report(new IllegalStateException(missing)));
		assertThat(output.getErr()).startsWith("Certdeck did not start: these settings are missing:")
			.contains("certdeck.tencent.secret-key", "CERTDECK_TENCENT_SECRET_KEY", "certdeck.sso.client-secret",
					"CERTDECK_SSO_CLIENT_SECRET", "--spring.profiles.active=sandbox")
			.doesNotContain("certdeck.tencent.secret-id", "certdeck.sso.issuer-uri");
	}

	@Test
	void portInUseIsOneLine(CapturedOutput output) {
		report(new IllegalStateException(new PortInUseException(8080, new BindException())));
		assertThat(output.getErr().strip()).hasLineCount(1)
			.contains("port 8080 is already in use", "--server.port", "--management.server.port",
					"--certdeck.sandbox.port");
	}

	@Test
	void databaseFileOfAnotherProcessIsTold(CapturedOutput output, @TempDir Path directory) throws Exception {
		String url = "jdbc:h2:file:" + directory.resolve("certdeck");
		Path busy = Files.createFile(directory.resolve("certdeck.mv.db"));
		try (FileChannel channel = FileChannel.open(busy, StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
			assertThat(lock.isValid()).isTrue();
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(url + ";FILE_LOCK=FS").close())
				.satisfies((failure) -> report(new IllegalStateException(failure)));
		}
		assertThat(output.getErr()).startsWith("Certdeck did not start: another process uses the database file.")
			.contains("certdeck.mv.db", "--certdeck.database.file", "spring.datasource.url");
	}

	@Test
	void databaseThatCannotBeReachedIsTold(CapturedOutput output) {
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection("jdbc:postgresql://localhost:1/certdeck", "certdeck", "x"))
			.satisfies((failure) -> report(new IllegalStateException(failure)));
		assertThat(output.getErr()).startsWith("Certdeck did not start: the database can't be reached.")
			.contains("localhost:1", "spring.datasource.url");
	}

	@Test
	void otherFailuresAreLeftToOthers() {
		assertThat(this.failures.analyze(new IllegalStateException("other"))).isNull();
	}

	private void report(Throwable failure) {
		FailureAnalysis analysis = this.failures.analyze(failure);
		assertThat(analysis).isNotNull();
		this.failures.report(analysis);
	}

	private void check() {
		new RequiredSettings(this.environment).postProcessBeanFactory(new DefaultListableBeanFactory());
	}

}
