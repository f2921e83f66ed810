package dev.certdeck;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import dev.certdeck.http.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link StartFailures}, {@link RequiredSettings} and {@link SandboxSettings}.
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
	void realSettingsAreRightWithoutTheSandbox() {
		this.environment.setProperty("TENCENTCLOUD_SECRET_ID", "AKIDreal");
		assertThatNoException().isThrownBy(() -> SandboxSettings.check(this.environment));
	}

	@Test
	void sandboxStartsOnItsOwnAccountAndSignIn() {
		sandbox();
		assertThatNoException().isThrownBy(() -> SandboxSettings.check(this.environment));
	}

	@Test
	void sandboxStartsOnAnAccountThatItWasGiven() {
		sandbox();
		this.environment.setProperty("certdeck.sandbox.secret-id", "AKIDother");
		this.environment.setProperty("certdeck.tencent.secret-id", "AKIDother");
		assertThatNoException().isThrownBy(() -> SandboxSettings.check(this.environment));
	}

	@ParameterizedTest
	@CsvSource({ "certdeck.tencent.secret-id, AKIDreal", "certdeck.tencent.secret-key, very-secret",
			"certdeck.tencent.token, very-secret", "certdeck.tencent.credentials-file, /run/credentials",
			"certdeck.sso.issuer-uri, https://sso.example.com", "TENCENTCLOUD_SECRET_ID, AKIDreal",
			"TENCENTCLOUD_SECRET_KEY, very-secret", "TENCENTCLOUD_TOKEN, very-secret" })
	void sandboxBesideARealAccountOrProviderStopsTheStart(String name, String value, CapturedOutput output) {
		sandbox();
		this.environment.setProperty(name, value);
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> SandboxSettings.check(this.environment))
			.satisfies((invalid) -> report(new IllegalStateException(invalid)));
		assertThat(output.getErr().strip()).hasLineCount(1)
			.startsWith("Certdeck did not start: spring.profiles.active: 'sandbox'")
			.contains(name)
			.doesNotContain("very-secret");
	}

	@Test
	void applicationLooksForARealProviderBesideTheSandbox() {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class).profiles("sandbox")
			.logStartupInfo(false);
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> application
				.run("--certdeck.sandbox.port=0", "--certdeck.sso.issuer-uri=https://sso.example.com")
				.close())
			.withMessageContaining("certdeck.sso.issuer-uri");
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
	void databaseFileThatIsDamagedIsTold(CapturedOutput output, @TempDir Path directory) throws Exception {
		Files.writeString(directory.resolve("certdeck.mv.db"), "no database".repeat(2000));
		reportFailure(h2(directory.resolve("certdeck")));
		assertThat(output.getErr()).startsWith("Certdeck did not start: the database file is damaged. File corrupted")
			.contains("certdeck.mv.db", "from a backup")
			.doesNotContain("\tat ");
	}

	@Test
	void databaseThatTakesNoWritesIsTold(CapturedOutput output, @TempDir Path directory) throws Exception {
		DriverManager.getConnection(h2(directory.resolve("certdeck"))).close();
		reportFailure(h2(directory.resolve("certdeck")) + ";ACCESS_MODE_DATA=r");
		report(new SQLException("ERROR: cannot execute UPDATE in a read-only transaction", "25006"));
		report(new SQLException("ERROR: permission denied for schema public", "42501"));
		assertThat(output.getErr()).startsWith("Certdeck did not start: the database takes no writes. The database is")
			.contains("a database that it may write to", "read-only transaction.",
					"permission denied for schema public.");
	}

	@Test
	void databaseFileThatCannotBeMadeIsTold(CapturedOutput output, @TempDir Path directory) throws Exception {
		Path file = Files.createFile(directory.resolve("file"));
		reportFailure(h2(file.resolve("certdeck")));
		report(new SQLException("General error", "HY000", 50000, new IOException("No space left on device")));
		assertThat(output.getErr()).startsWith("Certdeck did not start: the database file can't be used.")
			.contains("--certdeck.database.file", file.toString())
			.doesNotContain("\tat ");
	}

	@Test
	void databaseThatLetsNobodyInIsTold(CapturedOutput output) {
		report(new SQLException("FATAL: password authentication failed for user \"certdeck\"", "28P01"));
		report(new SQLException("FATAL: database \"certdeck\" does not exist", "3D000"));
		assertThat(output.getErr()).startsWith("Certdeck did not start: the database can't be reached. FATAL: password")
			.contains("does not exist.", "spring.datasource.url");
	}

	@Test
	void otherFailuresAreLeftToOthers() {
		assertThat(this.failures.analyze(new IllegalStateException("other"))).isNull();
	}

	private void sandbox() {
		this.environment.setActiveProfiles("sandbox");
		this.environment.setProperty("certdeck.sandbox.url", "http://localhost:8089");
		this.environment.setProperty("certdeck.tencent.secret-id", "AKIDsandbox");
		this.environment.setProperty("certdeck.tencent.secret-key", "sandbox-secret-key");
		this.environment.setProperty("certdeck.sso.issuer-uri", "http://localhost:8089");
	}

	private static String h2(Path file) {
		return "jdbc:h2:file:" + file + ";TRACE_LEVEL_FILE=0";
	}

	private void reportFailure(String url) {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
			try (Connection connection = DriverManager.getConnection(url)) {
				connection.createStatement().execute("create table a (b int)");
			}
		}).satisfies((failure) -> report(new IllegalStateException(failure)));
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
