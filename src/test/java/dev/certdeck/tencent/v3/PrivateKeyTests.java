package dev.certdeck.tencent.v3;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.certdeck.FinestLog;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.tencent.RemoteCall;
import dev.certdeck.tencent.wire.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Private keys that the cloud gives unasked, or that are sent to it, stand in no object
 * that outlives the call and in no log.
 */
@ExtendWith(OutputCaptureExtension.class)
class PrivateKeyTests {

	private static final String MARKER = "marker-of-";

	private static final CertificateId ID = new CertificateId("LtIaSxlb");

	private final FinestLog log = new FinestLog("com.tngtech.archunit");

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void answerIsReadWithoutTheKeyAndItsBytesAreWiped() {
		byte[] body = ActionCloud.json("detail.json").getBytes(StandardCharsets.UTF_8);
		Reply reply = new Replies().read(new RemoteCall("host", "DescribeCertificateDetail", false), body);
		assertThat(reply.body().node().toString()).contains("THE CHAIN", "\"CsrType\":\"online\"", "\"Tags\":[]")
			.contains("\"DvAuthDetail\":null")
			.doesNotContain(MARKER)
			.doesNotContain("PrivateKey", "KeyPassword");
		assertThat(body).containsOnly(0);
	}

	@Test
	void bytesOfAnAnswerThatCanNotBeReadAreWipedToo() {
		byte[] body = "{\"Response\":{\"CertificatePrivateKey\":\"marker-of-a-key".getBytes(StandardCharsets.UTF_8);
		RemoteCall call = new RemoteCall("host", "DescribeCertificateDetail", false);
		CloudException failure = catchThrowableOfType(CloudException.class, () -> new Replies().read(call, body));
		assertThat(trace(failure)).doesNotContain(MARKER);
		assertThat(Arrays.equals(body, new byte[body.length])).isTrue();
	}

	@Test
	void keyOfADetailIsNotLogged(CapturedOutput output) {
		try (ActionCloud cloud = new ActionCloud().answering("DescribeCertificates", ActionCloud.json("found.json"))
			.answering("DescribeCertificateDetail", ActionCloud.json("detail.json"))) {
			assertThat(cloud.store().read(ID)).isPresent().asString().doesNotContain(MARKER);
		}
		assertThat(this.log.text() + output.getAll()).contains("Writing ").doesNotContain(MARKER);
	}

	@Test
	void keyOfAnUploadIsNotLoggedNorInTheFailure(CapturedOutput output) {
		CertificateUpload upload = new CertificateUpload(CertificateType.SVR, "chain", "marker-of-a-key", "");
		try (ActionCloud cloud = new ActionCloud()) {
			cloud.answering("UploadCertificate", (body) -> "<pre>" + body + "</pre>");
			CloudException echo = catchThrowableOfType(CloudException.class, () -> cloud.store().upload(upload));
			assertThat(cloud.bodies("UploadCertificate").get(0)).contains(MARKER);
			cloud.server().close();
			CloudException away = catchThrowableOfType(CloudException.class, () -> cloud.store().upload(upload));
			assertThat(trace(echo) + trace(away)).doesNotContain(MARKER);
		}
		assertThat(this.log.text() + output.getAll()).isNotEmpty().doesNotContain(MARKER);
	}

	@Test
	void noTypeOfTheRoomHasAPlaceForAKeyThatTheCloudGives() {
		JavaClasses room = new ClassFileImporter().importPackages("dev.certdeck.tencent.v3",
				"dev.certdeck.tencent.wire");
		assertThat(room.stream().flatMap((type) -> type.getFields().stream()).map(JavaField::getName)).isNotEmpty()
			.noneMatch((name) -> name.toLowerCase().contains("private"));
	}

	private static String trace(Exception exception) {
		StringWriter text = new StringWriter();
		exception.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
