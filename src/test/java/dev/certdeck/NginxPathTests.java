package dev.certdeck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;

import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way through the dashboard behind a real nginx, configured as the documentation
 * says.
 */
@ExtendWith(NginxCondition.class)
class NginxPathTests extends PrefixedWalk {

	@TempDir
	static Path directory;

	private Nginx nginx;

	@Override
	PlainBrowser newBrowser() throws IOException {
		PlainBrowser browser = new PlainBrowser(url());
		browser.client().getOptions().setSSLTrustStore(this.nginx.trustStore(), Nginx.TRUST_PASSWORD, "PKCS12");
		browser.client().getOptions().setLocalAddress(InetAddress.getByName(CLIENT));
		return browser;
	}

	@Override
	String url() {
		return this.nginx.url();
	}

	@Override
	void start(int port) throws Exception {
		this.nginx = new Nginx(directory, port);
	}

	@Override
	void stop() {
		this.nginx.close();
	}

	@Test
	void plainHttpLeadsToTls() throws IOException {
		try (PlainBrowser browser = newBrowser()) {
			browser.client().getOptions().setRedirectEnabled(false);
			URI plain = URI.create("http://localhost:" + this.nginx.plainPort() + "/certs/certificates?q=a");
			assertThat(browser.client().getPage(plain.toURL()).getWebResponse().getResponseHeaderValue("Location"))
				.isEqualTo("https://localhost/certs/certificates?q=a");
		}
	}

	@Test
	void formOfThreeMegabytesReachesCertdeckWhichRefusesIt() throws IOException {
		try (PlainBrowser browser = newBrowser()) {
			browser.signIn("operator");
			HtmlPage page = browser.post("/certificates/upload", "chain=" + "x".repeat(3_200_000));
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(413);
			assertThat(PlainBrowser.text(page)).contains("Certdeck", "Too large");
		}
	}

	@Test
	void largeCookiesOfNeighboursReachCertdeck() throws IOException {
		try (PlainBrowser browser = newBrowser()) {
			browser.client().getCookieManager().addCookie(new Cookie("localhost", "neighbour", "x".repeat(30_000)));
			assertThat(PlainBrowser.text(browser.open("/signed-out"))).contains("You are signed out");
			browser.client().getCookieManager().addCookie(new Cookie("localhost", "neighbour", "x".repeat(32_500)));
			HtmlPage refused = browser.open("/signed-out");
			assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(431);
			assertThat(PlainBrowser.text(refused)).contains("Your browser sends too much");
		}
	}

	@Test
	void whoeverComesPastTheProxyIsNotBelieved(@LocalServerPort int port) throws IOException {
		try (PlainBrowser browser = new PlainBrowser(port)) {
			browser.client().getOptions().setLocalAddress(InetAddress.getByName(CLIENT));
			browser.client().addRequestHeader("X-Forwarded-Host", "evil.example");
			browser.client().addRequestHeader("X-Forwarded-Proto", "https");
			browser.client().addRequestHeader("X-Forwarded-Prefix", "/evil");
			browser.client().addRequestHeader("X-Forwarded-For", "6.6.6.6");
			browser.client().addRequestHeader("Forwarded", "for=6.6.6.6;host=evil.example");
			HtmlPage list = browser.signIn("viewer");
			assertThat(list.getUrl()).hasToString("http://localhost:" + port + "/certificates");
			assertThat(list.getWebResponse().getContentAsString()).doesNotContain("evil", "/certs/");
			assertThat(browser.client().getCookieManager().getCookie("CERTDECK").getPath()).isEqualTo("/");
		}
		assertThat(this.seen.addresses).doesNotContain("6.6.6.6");
	}

}
