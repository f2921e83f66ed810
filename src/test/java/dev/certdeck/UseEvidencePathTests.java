package dev.certdeck;

import java.util.List;
import java.util.stream.Stream;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages make of a cloud that does not say who uses a certificate.
 */
@SandboxTest
@TestPropertySource(properties = { "certdeck.tencent.api=v3", "certdeck.tencent.task.timeout=1s",
		"certdeck.tencent.task.interval=20ms", "certdeck.sandbox.task-duration=20ms" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UseEvidencePathTests {

	private PlainBrowser browser;

	private SandboxKnobs knobs;

	@BeforeAll
	void start(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.knobs = new SandboxKnobs(sandboxUrl);
		this.browser = new PlainBrowser(port);
		this.browser.signIn("operator");
		refreshed();
	}

	@AfterEach
	void turnKnobsBack() {
		this.knobs.clearTasks();
		this.knobs.tasks("duration=20ms");
		refreshed();
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "empty-search=any", "numberless-search=any", "omitted-resource=clb",
			"omitted-resource=cdn", "failing-resource=waf" })
	void silenceMakesNothingUnused(String silence) {
		int used = tile(refreshed(), "bound");
		String id = deletable();
		this.knobs.tasks(silence);
		HtmlPage list = refreshed();
		assertThat(tile(list, "bound") + unconfirmed(list)).isEqualTo(used);
		assertThat(tile(list, "deletable")).isZero();
		int sent = this.knobs.calls("DeleteCertificate");
		assertThat(this.browser.post("/certificates/" + id + "/delete").getWebResponse().getStatusCode())
			.isEqualTo(409);
		assertThat(this.knobs.calls("DeleteCertificate")).isEqualTo(sent);
	}

	@Test
	void whatWasLastKnownIsShownWithItsTime() {
		assertThat(PlainBrowser.texts(search("shield.example.com"), ".certs .chip")).contains("WAF 1");
		this.knobs.tasks("failing-resource=waf");
		refreshed();
		HtmlPage list = search("shield.example.com");
		assertThat(PlainBrowser.texts(list, ".certs .chip.unknown")).singleElement()
			.asString()
			.matches("WAF 1, as of \\d\\d:\\d\\d [+-]\\d\\d:\\d\\d, unconfirmed");
		assertThat(PlainBrowser.text(PlainBrowser.press(list, "shield.example.com"))).contains("Last known: WAF 1");
	}

	@Test
	void productThatNoAnswerListsAnyMoreStaysInUseWhereItWas() {
		HtmlPage before = refreshed();
		this.knobs.tasks("omitted-resource=waf");
		HtmlPage list = refreshed();
		assertThat(tile(list, "bound") + unconfirmed(list)).isEqualTo(tile(before, "bound"));
		assertThat(tile(list, "deletable")).isEqualTo(tile(before, "deletable"));
		assertThat(PlainBrowser.texts(search("shield.example.com"), ".certs .chip.unknown")).hasSize(1);
	}

	@Test
	void productThatNoAnswerListsIsSaidOnceAndForbidsNothing() {
		int deletable = tile(refreshed(), "deletable");
		this.knobs.tasks("omitted-resource=mqtt");
		HtmlPage list = refreshed();
		assertThat(PlainBrowser.text(list)).containsOnlyOnce("Not covered by the cloud's answer: MQTT");
		assertThat(tile(list, "deletable")).isEqualTo(deletable);
	}

	@Test
	void spoiltRowSpoilsOnlyItself() {
		HtmlPage before = refreshed();
		String id = deletable();
		this.knobs.tasks("spoilt-search=" + id);
		HtmlPage list = refreshed();
		assertThat(tile(list, "deletable")).isEqualTo(tile(before, "deletable") - 1);
		assertThat(PlainBrowser.texts(this.browser.open("/certificates?usage=unknown&q=" + id), ".certs td.mono"))
			.containsExactly(id);
	}

	@Test
	void productLeftOutForOneCertificateIsNotKnownForThatOne() {
		HtmlPage before = refreshed();
		String id = deletable();
		this.knobs.tasks("omitted-resource=cos:" + id);
		assertThat(tile(refreshed(), "deletable")).isEqualTo(tile(before, "deletable") - 1);
		int sent = this.knobs.calls("DeleteCertificate");
		HtmlPage refused = this.browser.post("/certificates/" + id + "/delete");
		assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(409);
		assertThat(PlainBrowser.text(refused)).contains("It is not known whether COS resources use it");
		assertThat(this.knobs.calls("DeleteCertificate")).isEqualTo(sent);
	}

	private HtmlPage refreshed() {
		HtmlPage page = this.browser.post("/certificates/refresh");
		for (int looks = 0; PlainBrowser.text(page).contains("refreshing") && looks < 300; looks++) {
			PlainBrowser.pause();
			page = this.browser.open("/certificates");
		}
		return this.browser.list();
	}

	private HtmlPage search(String text) {
		return this.browser.open("/certificates?q=" + text);
	}

	private String deletable() {
		List<String> ids = PlainBrowser.texts(this.browser.open("/certificates?deletable=yes"), ".certs td.mono");
		return ids.get(0);
	}

	private static int tile(HtmlPage list, String key) {
		return Integer.parseInt(PlainBrowser.texts(list, ".tile." + key + " b").get(0));
	}

	private static int unconfirmed(HtmlPage list) {
		return PlainBrowser.texts(list, ".tile.bound > span")
			.stream()
			.flatMap((text) -> Stream.of(text.split("\\D+")))
			.filter((number) -> !number.isEmpty())
			.mapToInt(Integer::parseInt)
			.sum();
	}

}
