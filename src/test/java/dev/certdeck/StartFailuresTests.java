package dev.certdeck;

import java.net.BindException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
		assertThatExceptionOfType(MissingSettingsException.class).isThrownBy(this::check).satisfies((missing) -> {
			FailureAnalysis analysis = this.failures.analyze(new IllegalStateException(missing));
			assertThat(analysis).isNotNull();
			this.failures.report(analysis);
		});
		assertThat(output.getErr()).startsWith("Certdeck did not start: these settings are missing:")
			.contains("certdeck.tencent.secret-key", "CERTDECK_TENCENT_SECRET_KEY", "certdeck.sso.client-secret",
					"CERTDECK_SSO_CLIENT_SECRET", "--spring.profiles.active=sandbox")
			.doesNotContain("certdeck.tencent.secret-id", "certdeck.sso.issuer-uri");
	}

	@Test
	void portInUseIsOneLine(CapturedOutput output) {
		FailureAnalysis analysis = this.failures
			.analyze(new IllegalStateException(new PortInUseException(8080, new BindException())));
		assertThat(analysis).isNotNull();
		this.failures.report(analysis);
		assertThat(output.getErr().strip()).hasLineCount(1).contains("port 8080 is already in use", "--server.port");
	}

	@Test
	void otherFailuresAreLeftToOthers() {
		assertThat(this.failures.analyze(new IllegalStateException("other"))).isNull();
	}

	private void check() {
		new RequiredSettings(this.environment).postProcessBeanFactory(new DefaultListableBeanFactory());
	}

}
