package dev.certdeck;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages on API 3.0, without JavaScript.
 */
@SandboxTest
@TestPropertySource(properties = { "certdeck.tencent.api=v3", "certdeck.deletion.task.initial-wait=2s",
		"certdeck.tencent.task.interval=50ms" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiV3PathTests {

	private PlainBrowser browser;

	private SandboxKnobs knobs;

	@BeforeAll
	void start(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.knobs = new SandboxKnobs(sandboxUrl);
		this.browser = new PlainBrowser(port);
		this.browser.signIn("operator");
	}

	@AfterEach
	void turnKnobsBack() {
		this.knobs.clearTasks();
		this.knobs.tasks("duration=20ms");
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@Test
	void bindingsOfEveryProductAreCountedInTheListAndNamedOnThePage() {
		HtmlPage list = this.browser.open("/certificates?q=shield.example.com");
		assertThat(PlainBrowser.texts(list, ".certs .chip")).contains("CLB 1", "WAF 1", "Anti-DDoS 1");
		HtmlPage page = PlainBrowser.press(list, "shield.example.com");
		assertThat(PlainBrowser.text(page))
			.contains("In use by 1 load balancer, 1 WAF domain and 1 Anti-DDoS rule: lb-")
			.contains("WAF domains (WAF)")
			.doesNotContain("not named by the cloud");
	}

	@Test
	void pageAsksTheCloudAgainWhenToldTo() {
		HtmlPage page = PlainBrowser.press(this.browser.open("/certificates?q=shield.example.com"),
				"shield.example.com");
		int calls = this.knobs.calls("CreateCertificateBindResourceSyncTask");
		HtmlPage again = PlainBrowser.press(page, "Check again");
		assertThat(again.getUrl().getPath()).isEqualTo(page.getUrl().getPath());
		assertThat(PlainBrowser.text(again)).contains("lb-").contains("1 WAF domain");
		assertThat(this.knobs.calls("CreateCertificateBindResourceSyncTask")).isGreaterThan(calls);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecc.dual.example.com", "ecc.sni.example.com" })
	void certificateThatOnlyAListenerKnowsIsRefusedAtTheClickAndNeverAskedToBeDeleted(String domain) {
		HtmlPage confirm = this.browser.open(path(domain) + "/delete");
		int deletions = this.knobs.calls("DeleteCertificate");
		HtmlPage refused = PlainBrowser.press(confirm, "Delete this certificate");
		assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(409);
		assertThat(PlainBrowser.text(refused)).contains("was not deleted")
			.containsPattern("In use by 1 load balancer: lb-\\w{8} \\(clb-\\w+-\\d+, ap-\\w+, lbl-\\w{8}:44\\d\\)");
		assertThat(this.knobs.calls("DeleteCertificate")).isEqualTo(deletions);
		this.browser.post("/certificates/refresh");
	}

	@ParameterizedTest
	@CsvSource({ "clb.DescribeLoadBalancers, clb:DescribeLoadBalancers", "DescribeListeners, clb:DescribeListeners" })
	void permissionThatTheLookAtListenersLacksIsNamedInTheReason(String action, String permission) {
		String path = upload();
		int deletions = this.knobs.calls("DeleteCertificate");
		this.knobs.during(action, "kind=error&code=UnauthorizedOperation", () -> {
			HtmlPage refused = this.browser.delete(path);
			assertThat(PlainBrowser.text(refused)).contains("was not deleted")
				.contains("It is not known whether CLB resources use it")
				.contains("the key lacks the permission " + permission, "certdeck.tencent.clb.listeners=false");
		});
		assertThat(this.knobs.calls("DeleteCertificate")).isEqualTo(deletions);
		this.browser.post("/certificates/refresh");
		assertThat(PlainBrowser.text(this.browser.delete(path))).contains("was deleted");
	}

	@Test
	void productThatCouldNotBeAskedIsToldAndForbidsTheDeletion() {
		HtmlPage page = PlainBrowser.press(this.browser.open("/certificates?q=typo.example.com"), "typo.example.com");
		this.knobs.tasks("failing-resource=waf");
		HtmlPage again = PlainBrowser.press(page, "Check again");
		assertThat(PlainBrowser.text(again)).contains("WAF: not known.")
			.contains("It is not known whether WAF resources use it");
		this.knobs.clearTasks();
		assertThat(PlainBrowser.text(PlainBrowser.press(again, "Check again"))).doesNotContain("not known");
	}

	@Test
	void runningDeletionIsFollowedNotSentAgain() {
		String path = upload();
		int sent = this.knobs.calls("DeleteCertificate");
		this.knobs.tasks("duration=5s");
		HtmlPage running = this.browser.delete(path);
		assertThat(running.getUrl().getPath()).isEqualTo(path + "/deletion");
		assertThat(PlainBrowser.text(running)).contains("is being checked before it is deleted");
		assertThat(this.browser.open(path + "/delete").getUrl().getPath()).isEqualTo(path + "/deletion");
		assertThat(this.browser.post(path + "/delete").getUrl().getPath()).isEqualTo(path + "/deletion");
		HtmlPage done = running;
		for (int looks = 0; PlainBrowser.text(done).contains(" is being ") && looks < 1000; looks++) {
			PlainBrowser.pause();
			done = PlainBrowser.press(done, "Look again");
		}
		assertThat(this.knobs.calls("DeleteCertificate")).isEqualTo(sent + 1);
		assertThat(PlainBrowser.text(done)).contains("was deleted").contains("Asked for by Ana Costa");
		assertThat(PlainBrowser.text(this.browser.open(path))).contains("no longer holds");
	}

	@ParameterizedTest
	@CsvSource({ "3, SSL_QCSLinkedRoleInReplaceLoadCertificate", "4, Resources still use the certificate",
			"5, did not find out in time" })
	void taskThatFailsSaysWhatToDo(int status, String words) {
		String path = upload();
		this.knobs.tasks("duration=0s&times=1&deletion-status=" + status);
		HtmlPage refused = this.browser.delete(path);
		assertThat(PlainBrowser.text(refused)).contains("was not deleted")
			.contains(words)
			.contains("TaskStatus." + status)
			.contains("RequestId");
		assertThat(PlainBrowser.text(this.browser.open(path))).contains("refused").contains(words);
		assertThat(PlainBrowser.text(this.browser.delete(path))).contains("was deleted");
	}

	@Test
	void certificateThatIsUploadedElsewhereMeanwhileIsNamed() {
		TestPair pair = TestPair.create();
		HtmlPage first = this.browser.upload(pair, "once");
		HtmlPage again = this.browser.upload(pair, "twice");
		String id = first.getUrl().getPath().replace("/certificates/", "");
		assertThat(PlainBrowser.text(again)).contains("The account holds this certificate already, as " + id);
		assertThat(PlainBrowser.texts(again, "#result a")).contains("Open " + id);
		assertThat(PlainBrowser.text(this.browser.delete("/certificates/" + id))).contains("was deleted");
	}

	@Test
	void refusalOfTheCloudIsToldInTheOperatorsWordsWithItsCode() {
		String path = upload();
		this.knobs.during("DeleteCertificate", "kind=error&code=FailedOperation.RoleNotFoundAuthorization",
				() -> assertThat(PlainBrowser.text(this.browser.delete(path))).contains("is not authorised")
					.contains("FailedOperation.RoleNotFoundAuthorization")
					.contains("RequestId"));
		this.browser.delete(path);
	}

	@Test
	void failedRefreshSaysWhatToDoWithTencentsCode() {
		this.knobs.during("DescribeCertificates", "kind=error&code=AuthFailure.SignatureExpire", () -> {
			String list = PlainBrowser.text(this.browser.post("/certificates/refresh"));
			assertThat(list).contains("The last refresh failed.")
				.contains("Set the clock (NTP)")
				.contains("AuthFailure.SignatureExpire")
				.contains("RequestId");
		});
		assertThat(PlainBrowser.text(this.browser.post("/certificates/refresh")))
			.doesNotContain("The last refresh failed.");
	}

	@Test
	void deletionThatNobodyAskedForIsNotFound() {
		assertThat(this.browser.open("/certificates/nothing0/deletion").getWebResponse().getStatusCode())
			.isEqualTo(404);
	}

	private String path(String domain) {
		return PlainBrowser.press(this.browser.open("/certificates?q=" + domain), domain).getUrl().getPath();
	}

	private String upload() {
		HtmlPage page = this.browser.upload(TestPair.create(), "");
		assertThat(PlainBrowser.text(page)).contains("Uploaded.");
		return page.getUrl().getPath();
	}

}
