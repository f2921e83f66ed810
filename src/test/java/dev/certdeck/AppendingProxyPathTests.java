package dev.certdeck;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way through the dashboard behind a proxy that appends to the client's headers.
 */
class AppendingProxyPathTests extends PrefixedWalk {

	private AppendingProxy proxy;

	@Override
	PlainBrowser newBrowser() {
		PlainBrowser browser = new PlainBrowser(url());
		browser.client().getOptions().setUseInsecureSSL(true);
		return browser;
	}

	@Override
	String url() {
		return this.proxy.url();
	}

	@Override
	void start(int port) throws IOException {
		this.proxy = new AppendingProxy(port, CLIENT);
	}

	@Override
	void stop() {
		this.proxy.close();
	}

	@Test
	void requestIdIsThatOfTheProxy() throws IOException {
		try (PlainBrowser browser = newBrowser()) {
			assertThat(browser.open("/signed-out").getWebResponse().getResponseHeaderValue("X-Request-ID"))
				.isEqualTo("id-of-the-proxy");
		}
	}

}
