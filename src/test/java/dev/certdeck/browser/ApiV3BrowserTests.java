package dev.certdeck.browser;

import dev.certdeck.LongTest;
import dev.certdeck.SandboxKnobs;
import dev.certdeck.TestPair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The golden path on API 3.0.
 */
@LongTest
@BrowserTest
@TestPropertySource(properties = { "certdeck.tencent.api=v3", "certdeck.deletion.task.initial-wait=2s",
		"certdeck.tencent.task.interval=50ms" })
class ApiV3BrowserTests {

	private Chromium chromium;

	private SandboxKnobs knobs;

	@BeforeAll
	void start(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.knobs = new SandboxKnobs(sandboxUrl);
		this.chromium = Chromium.start(port);
		this.chromium.signIn("operator");
	}

	@AfterEach
	void browserDidNotComplain() {
		this.knobs.clearTasks();
		this.knobs.tasks("duration=20ms");
		assertThat(this.chromium.complaints()).isEmpty();
	}

	@AfterAll
	void close() {
		this.chromium.close();
	}

	@Test
	void filtersUploadsSeesItAndDeletesIt() {
		this.knobs.tasks("duration=20ms");
		ListPage list = list("/certificates").search("storefront");
		assertThat(list.names()).containsExactly("*.example.com");
		list.openFirst();
		assertThat(new Inspection(this.chromium).findings()).isEmpty();
		TestPair pair = upload();
		list("/certificates").search(pair.name()).deleteFirst();
		this.chromium.follow(this.chromium.find("button.btn-danger"));
		assertThat(this.chromium.find(".alert-success").getText()).contains(pair.name()).contains("was deleted");
		assertThat(new ListPage(this.chromium).names()).isEmpty();
	}

	@Test
	void pageOfARunningDeletionTellsByItselfThatItIsDone() {
		TestPair pair = upload();
		this.knobs.tasks("duration=6s");
		list("/certificates").search(pair.name()).deleteFirst();
		this.chromium.follow(this.chromium.find("button.btn-danger"));
		assertThat(heading()).isEqualTo(pair.name() + " is being checked before it is deleted");
		this.chromium.awaitHeading(pair.name() + " is being deleted");
		assertThat(new Inspection(this.chromium).findings()).isEmpty();
		this.chromium.awaitHeading(pair.name() + " was deleted");
		assertThat(new Inspection(this.chromium).findings()).isEmpty();
	}

	@Test
	void pageOfARunningDeletionTellsByItselfThatItWasRefused() {
		TestPair pair = upload();
		this.knobs.tasks("duration=5s&deletion-status=3&times=1");
		list("/certificates").search(pair.name()).deleteFirst();
		this.chromium.follow(this.chromium.find("button.btn-danger"));
		assertThat(heading()).isEqualTo(pair.name() + " is being checked before it is deleted");
		this.chromium.awaitHeading(pair.name() + " was not deleted");
		assertThat(this.chromium.find("main").getText()).contains("SSL_QCSLinkedRoleInReplaceLoadCertificate",
				"TaskStatus.3", "RequestId");
		assertThat(new Inspection(this.chromium).findings()).isEmpty();
	}

	private TestPair upload() {
		TestPair pair = TestPair.create();
		list("/certificates").upload().certificate(pair.certificate()).key(pair.key()).submit();
		assertThat(this.chromium.find(".alert-success").getText()).startsWith("Uploaded.");
		return pair;
	}

	private String heading() {
		return this.chromium.find("h1").getText();
	}

	private ListPage list(String path) {
		this.chromium.open(path);
		return new ListPage(this.chromium);
	}

}
