package dev.certdeck.tencent.v2;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import dev.certdeck.FinestLog;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.UploadResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Nothing secret is logged, at any level of any logger.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTests {

	private static final String PRIVATE_KEY = "marker-private-key";

	private static final List<String> SECRETS = List.of(PRIVATE_KEY, TestCloud.CREDENTIALS.secretKey());

	private static final CertificateUpload UPLOAD = new CertificateUpload(CertificateType.SVR, "chain", PRIVATE_KEY,
			"alias");

	private final FinestLog log = new FinestLog();

	private final Logger julRoot = LogManager.getLogManager().getLogger("");

	private final Level julLevelBefore = this.julRoot.getLevel();

	private final Handler julHandler = new ConsoleHandler();

	@BeforeEach
	void raiseAllLevels() {
		this.julHandler.setLevel(Level.ALL);
		this.julRoot.setLevel(Level.ALL);
		this.julRoot.addHandler(this.julHandler);
	}

	@AfterEach
	void restoreLevels() {
		this.log.close();
		this.julRoot.setLevel(this.julLevelBefore);
		this.julRoot.removeHandler(this.julHandler);
	}

	@Test
	void uploadIsNotLogged(CapturedOutput output) {
		try (TestCloud cloud = new TestCloud().answering("{\"code\":0,\"data\":{\"id\":\"abc\"}}")) {
			assertThat(new V2CertificateStore(cloud.client(), cloud.parallel(), null).upload(UPLOAD))
				.isEqualTo(new UploadResult(new CertificateId("abc"), false));
			assertThat(cloud.server().parameters()).containsEntry("key", PRIVATE_KEY);
		}
		assertThat(this.log.text() + output.getAll()).contains("Writing ").doesNotContain(SECRETS);
	}

	@Test
	void failedUploadIsNotLoggedNorInTheException(CapturedOutput output) {
		try (TestCloud cloud = new TestCloud()) {
			cloud.answering((parameters) -> "<pre>" + parameters + "</pre>");
			CloudException failure = catchThrowableOfType(CloudException.class,
					() -> new V2CertificateStore(cloud.client(), cloud.parallel(), null).upload(UPLOAD));
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace));
			assertThat(trace.toString()).doesNotContain(SECRETS);
			cloud.server().close();
			CloudException refused = catchThrowableOfType(CloudException.class,
					() -> new V2CertificateStore(cloud.client(), cloud.parallel(), null).upload(UPLOAD));
			refused.printStackTrace(new PrintWriter(trace));
			assertThat(trace.toString()).doesNotContain(SECRETS);
		}
		assertThat(this.log.text() + output.getAll()).isNotEmpty().doesNotContain(SECRETS);
	}

}
