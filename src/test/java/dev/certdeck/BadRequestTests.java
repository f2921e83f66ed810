package dev.certdeck;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.htmlunit.FormEncodingType;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that make no sense are answered by a clear page.
 */
@SandboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestTests {

	private static final String ID = "GjTNRoK7";

	private PlainBrowser browser;

	@BeforeAll
	void signIn(@LocalServerPort int port) {
		this.browser = new PlainBrowser(port);
		this.browser.signIn("operator");
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/certificates/refresh", "/certificates/upload", "/certificates/AbCdEf12/delete", "/sign-out" })
	void wrongTokenIsRefused(String path) {
		WebRequest request = this.browser.request(HttpMethod.POST, path);
		request.setRequestParameters(List.of(new NameValuePair("_csrf", "wrong")));
		assertIsPage(this.browser.send(request), 403, "This form is too old");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/certificates/none0000", "/certificates/none0000/delete", "/certificates/none0000/chain.pem",
					"/certificates/no%20id", "/certificates/%3Cscript%3E", "/no-such-page", "/static/css/none.css" })
	void unknownAddressIsNotFound(String path) {
		assertIsPage(this.browser.open(path), 404, "Not found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/certificates/refresh", "/sign-out" })
	void addressOfAFormAloneIsNoPage(String path) {
		assertIsPage(this.browser.open(path), 404, "Not found");
	}

	@Test
	void deletionOfAnUnknownCertificateEndsAsGone() {
		HtmlPage list = this.browser.post("/certificates/none0000/delete");
		assertThat(PlainBrowser.text(list)).contains("none0000 is no longer held by the account");
	}

	@Test
	void fileOfTenMegabytesIsTooLarge(@TempDir File directory) throws Exception {
		Path file = Files.write(directory.toPath().resolve("large.pem"), new byte[10 * 1024 * 1024]);
		HtmlPage form = this.browser.open("/certificates/upload");
		form.<HtmlFileInput>getHtmlElementById("chainFile").setFiles(file.toFile());
		assertIsPage(PlainBrowser.press(form, "Upload"), 413, "Too large");
	}

	@Test
	void binaryFileIsNamedAsSuch(@TempDir File directory) throws Exception {
		Path file = Files.write(directory.toPath().resolve("binary.pem"), new byte[] { 0x30, 0, 1, 2, (byte) 0xff });
		HtmlPage form = this.browser.open("/certificates/upload");
		form.<HtmlFileInput>getHtmlElementById("chainFile").setFiles(file.toFile());
		HtmlPage refused = PlainBrowser.press(form, "Upload");
		assertIsPage(refused, 422, "Not uploaded");
		assertThat(refused.getElementById("chain-problems").getTextContent()).contains("binary");
	}

	@Test
	void otherContentThanTheFormIsRefused() {
		WebRequest request = this.browser.request(HttpMethod.POST, "/certificates/upload");
		request.setAdditionalHeader("X-CSRF-TOKEN", this.browser.csrfToken());
		request.setAdditionalHeader("Content-Type", "application/json");
		request.setRequestBody("{\"chain\":\"x\"}");
		assertIsPage(this.browser.send(request), 415, "Wrong kind of content");
	}

	@Test
	void brokenMultipartFormIsAClearPage() {
		WebRequest request = this.browser.request(HttpMethod.POST, "/certificates/upload");
		request.setEncodingType(FormEncodingType.URL_ENCODED);
		request.setAdditionalHeader("X-CSRF-TOKEN", this.browser.csrfToken());
		request.setAdditionalHeader("Content-Type", "multipart/form-data");
		request.setRequestBody("no boundary");
		HtmlPage answer = this.browser.send(request);
		assertIsPage(answer, 400, "The request was not understood");
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "page=x", "size=7", "sort=none", "plan=gold", "status=x", "expires=-5",
			"usage=maybe", "deletable=perhaps", "type=&plan=&page=" })
	void queryThatMakesNoSenseStillGivesTheList(String query) {
		HtmlPage list = this.browser.open("/certificates?" + query);
		assertIsPage(list, 200, "Certificates");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/certificates?q=%00", "/certificates?host=x%00", "/certificates?page=1&x=%00",
			"/certificates/upload?back=%00", "/certificates/upload/unknown?sha256=%00", "/audit?person=%00",
			"/audit.csv?certificate=a%00b", "/audit?before=%00", "/certificates/a%00b", "/certificates/%00/delete" })
	void textThatNoDatabaseHoldsIsRefused(String path) {
		try (PlainBrowser admin = new PlainBrowser(
				URI.create(this.browser.open("/certificates").getUrl().toString()).getPort())) {
			admin.signIn("admin");
			assertIsPage(admin.open(path), 400, "The request was not understood");
		}
	}

	@Test
	void addressOfErrorsIsNoPage() {
		assertIsPage(this.browser.open("/error"), 404, "Not found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/certificates/upload", "/certificates", "/certificates/" + ID, "/certificates/none0000",
			"/certificates/" + ID + "/delete", "/certificates/" + ID + "/deletion" })
	void wayBackThatIsTooLongIsRefusedOrStillAPage(String page) {
		String statuses = IntStream.range(0, 900)
			.mapToObj((code) -> "status%3D" + code)
			.collect(Collectors.joining("%26"));
		HtmlPage answer = this.browser.open(page + "?back=" + statuses);
		assertThat(answer.getWebResponse().getStatusCode()).isBetween(200, 499);
		String csrf = this.browser.csrfToken();
		for (String path : List.of("/certificates/refresh", "/certificates/%s/delete".formatted(ID),
				"/certificates/%s/refresh".formatted(ID))) {
			WebRequest request = this.browser.request(HttpMethod.POST, path);
			request.setRequestParameters(List.of(new NameValuePair("_csrf", csrf),
					new NameValuePair("back", statuses.replace("%3D", "=").replace("%26", "&"))));
			assertIsPage(this.browser.send(request), 400, "The request was not understood");
		}
	}

	@Test
	void queryThatIsNoTextIsRefused() {
		assertIsPage(this.browser.open("/certificates?q=%ff"), 400, "The request was not understood");
	}

	@Test
	void unknownOutcomeOfNothingIsNotFound() {
		assertIsPage(this.browser.open("/certificates/upload/unknown?sha256=x"), 404, "Not found");
	}

	private static void assertIsPage(HtmlPage page, int status, String heading) {
		assertThat(page.getWebResponse().getStatusCode()).as(page.asNormalizedText()).isEqualTo(status);
		assertThat(page.<DomElement>querySelector("h1, #result h2").getTextContent()).isNotBlank();
		assertThat(PlainBrowser.text(page)).contains(heading, "Certdeck");
		assertThat(page.getWebResponse().getContentAsString()).doesNotContain("Exception", "at java.", "Whitelabel");
	}

}
