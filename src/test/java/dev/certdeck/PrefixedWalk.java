package dev.certdeck;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator's way through the dashboard below a path behind a proxy that ends TLS, with
 * JavaScript off.
 */
@SandboxTest
@TestPropertySource(properties = "certdeck.web.trusted-proxies=127.0.0.1,::1")
@Import(AddressLog.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PrefixedWalk {

	static final String CLIENT = "127.0.0.2";

	private static final Pattern LINK = Pattern.compile("(?:href|src|action|hx-get)=\"([^\"]*)\"");

	private static final Map<String, String> FORGED = Map.of("Forwarded", "for=6.6.6.6;host=evil.example;proto=http",
			"X-Forwarded-For", "6.6.6.6", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "http",
			"X-Forwarded-Port", "666", "X-Forwarded-Prefix", "/evil", "X-Forwarded-Ssl", "off", "X-Request-ID",
			"forged");

	@Autowired
	AddressLog seen;

	private PlainBrowser browser;

	/**
	 * Starts the proxy.
	 * @param port the port of the dashboard
	 * @throws Exception if it can't be started
	 */
	abstract void start(int port) throws Exception;

	abstract void stop();

	abstract PlainBrowser newBrowser() throws IOException;

	abstract String url();

	@BeforeAll
	void signIn(@LocalServerPort int port) throws Exception {
		start(port);
		this.browser = newBrowser();
		HtmlPage list = this.browser.signIn("operator");
		assertThat(list.getUrl()).hasToString(url() + "/certificates");
	}

	@AfterAll
	void close() {
		this.browser.close();
		stop();
	}

	@Test
	void signInComesBackByTheProxy() throws IOException {
		try (PlainBrowser other = newBrowser()) {
			HtmlPage signIn = other.open("/certificates?q=storefront");
			assertThat(signIn.getUrl().getHost()).isEqualTo("localhost");
			assertThat(signIn.getUrl().getPath()).isEqualTo("/sign-in");
			assertThat(other.signIn(signIn, "operator").getUrl().toString())
				.startsWith(url() + "/certificates?q=storefront");
		}
	}

	@Test
	void redirectUriIsThatOfTheProxy() throws IOException {
		try (PlainBrowser other = newBrowser()) {
			assertThat(location(other, "/certificates")).isEqualTo(url() + "/oauth2/authorization/sso");
			assertThat(location(other, "/oauth2/authorization/sso"))
				.contains("redirect_uri=" + url() + "/login/oauth2/code/sso");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/certificates?size=100", "/certificates?sort=-domain&page=2", "/certificates/upload",
			"/signed-out", "/no-such-page", "/certificates/none0000", "/certificates?q=%ff" })
	void everyLinkHoldsThePrefix(String path) throws IOException {
		assertHoldsPrefix(this.browser.open(path));
	}

	@Test
	void everyLinkOfACertificateHoldsThePrefix() throws IOException {
		HtmlPage list = this.browser.open("/certificates?q=typo.example.com");
		assertHoldsPrefix(PlainBrowser.follow(list.querySelector(".certs .name > a")));
		assertHoldsPrefix(PlainBrowser.press(list, "Delete\u2026"));
	}

	@Test
	void filterPagesAndRefreshStayBelowThePrefix() {
		HtmlPage list = this.browser.open("/certificates?plan=uploaded");
		HtmlPage second = PlainBrowser.press(list, "Next");
		assertThat(second.getUrl().toString()).startsWith(url() + "/certificates?").contains("page=2");
		HtmlPage refreshed = PlainBrowser.press(second, "Refresh");
		assertThat(refreshed.getUrl()).isEqualTo(second.getUrl());
		PlainBrowser.fill(refreshed, "q", "storefront");
		HtmlPage found = PlainBrowser.press(refreshed, "Apply");
		assertThat(found.getUrl().toString()).startsWith(url() + "/certificates?").contains("q=storefront");
		assertThat(this.browser.open("/").getUrl()).hasToString(url() + "/certificates");
	}

	@Test
	void uploadDownloadAndDeletionStayBelowThePrefix() throws IOException {
		TestPair pair = TestPair.create();
		HtmlPage detail = this.browser.upload(pair, "");
		assertThat(detail.getUrl().toString()).matches(Pattern.quote(url()) + "/certificates/[A-Za-z0-9]{8}");
		assertThat(PlainBrowser.text(detail)).contains("Uploaded. Tencent Cloud holds the certificate as");
		Page chain = PlainBrowser.control(detail, "Download chain (PEM)").click();
		assertThat(chain.getUrl()).hasToString(detail.getUrl() + "/chain.pem");
		assertThat(chain.getWebResponse().getContentAsString().strip()).isEqualTo(pair.certificate().strip());
		HtmlPage confirm = PlainBrowser.press(this.browser.open("/certificates?q=" + pair.name()), "Delete\u2026");
		HtmlPage after = PlainBrowser.press(confirm, "Delete this certificate");
		assertThat(after.getUrl()).hasToString(url() + "/certificates?q=" + pair.name());
		assertThat(PlainBrowser.text(after)).contains("was deleted.");
	}

	@Test
	void htmxAnswersPassThroughWithThePrefix() throws IOException {
		WebRequest request = this.browser.request(HttpMethod.GET, "/certificates/progress?loading=true");
		request.setAdditionalHeader("HX-Request", "true");
		Page fragment = this.browser.client().getPage(request);
		assertThat(fragment.getWebResponse().getResponseHeaderValue("HX-Refresh")).isEqualTo("true");
		assertThat(fragment.getWebResponse().getContentAsString())
			.contains("hx-get=\"/certs/certificates/progress?loading=true\"");
	}

	@Test
	void sessionCookieIsForThePrefixAndTlsOnly() {
		Cookie cookie = this.browser.client().getCookieManager().getCookie("__Secure-CERTDECK");
		assertThat(cookie.getPath()).isEqualTo("/certs");
		assertThat(cookie.isSecure()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "viewer", "joiner" })
	void signOutEndsBelowThePrefix(String user) throws IOException {
		try (PlainBrowser other = newBrowser()) {
			HtmlPage out = PlainBrowser.press(other.signIn(user), "Sign out");
			assertThat(out.getUrl()).hasToString(url() + "/signed-out");
			assertThat(PlainBrowser.press(out, "Sign in again").getUrl().getPath()).isEqualTo("/sign-in");
		}
	}

	@Test
	void whatTheClientForgesChangesNothing() throws IOException {
		try (PlainBrowser other = newBrowser()) {
			FORGED.forEach(other.client()::addRequestHeader);
			redirectUriIsThatOfTheProxy(other);
			HtmlPage list = other.signIn("viewer");
			assertThat(list.getUrl()).hasToString(url() + "/certificates");
			assertHoldsPrefix(list);
			assertThat(list.getWebResponse().getContentAsString()).doesNotContain("evil", "6.6.6.6");
			assertThat(list.getWebResponse().getResponseHeaderValue("X-Request-ID")).isNotBlank()
				.isNotEqualTo("forged");
			Cookie cookie = other.client().getCookieManager().getCookie("__Secure-CERTDECK");
			assertThat(cookie.getPath()).isEqualTo("/certs");
			assertThat(cookie.isSecure()).isTrue();
		}
		assertThat(this.seen.addresses).contains(CLIENT).doesNotContain("6.6.6.6", "127.0.0.1");
	}

	private void redirectUriIsThatOfTheProxy(PlainBrowser other) throws IOException {
		assertThat(location(other, "/oauth2/authorization/sso"))
			.contains("redirect_uri=" + url() + "/login/oauth2/code/sso");
	}

	private static String location(PlainBrowser browser, String path) throws IOException {
		browser.client().getOptions().setRedirectEnabled(false);
		try {
			Page answer = browser.client().getPage(browser.request(HttpMethod.GET, path));
			return answer.getWebResponse().getResponseHeaderValue("Location");
		}
		finally {
			browser.client().getOptions().setRedirectEnabled(true);
		}
	}

	private void assertHoldsPrefix(HtmlPage page) throws IOException {
		String html = page.getWebResponse().getContentAsString();
		List<String> links = LINK.matcher(html).results().map((result) -> result.group(1)).toList();
		assertThat(links).hasSizeGreaterThan(5).allMatch((link) -> link.startsWith("/certs/") || link.startsWith("#"));
		assertThat(html).contains("Sandbox: nothing here reaches Tencent Cloud").doesNotContain("=\"http");
		for (String file : links.stream().filter((link) -> link.matches(".*\\.(css|js|svg)")).toList()) {
			Page loaded = this.browser.client().getPage(new URL(page.getUrl(), file));
			assertThat(loaded.getWebResponse().getStatusCode()).as(file).isEqualTo(200);
		}
		assertThat(links).anyMatch((link) -> link.matches("/certs/static/css/certdeck-[0-9a-f]{32}\\.css"))
			.anyMatch((link) -> link.matches("/certs/static/webjars/bootstrap/[0-9.]+/.*"));
	}

}
