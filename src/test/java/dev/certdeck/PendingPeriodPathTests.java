package dev.certdeck;

import java.time.Duration;
import java.util.List;

import dev.certdeck.certificate.DeletionPolicy;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages while the rule of the deletion names another period than an hour.
 */
@SandboxTest
@DirtiesContext
class PendingPeriodPathTests {

	private static final long HOURS = 2 * new DeletionPolicy(false).pendingPeriod().toHours();

	@Test
	void everyPageNamesThePeriodOfTheRule(@LocalServerPort int port) {
		try (PlainBrowser browser = new PlainBrowser(port)) {
			browser.signIn("operator");
			HtmlPage list = browser
				.open("/certificates?plan=free&deletable=no&usage=unbound&status=0&status=1&status=4&size=100");
			List<String> ids = PlainBrowser.texts(list, ".certs td.mono");
			assertThat(PlainBrowser.texts(list, ".certs .why")).isNotEmpty()
				.anyMatch(
						(reason) -> reason.startsWith("Applied for less than " + HOURS + " hours ago: deletable from"))
				.noneMatch((reason) -> reason.contains(" hour "));
			assertThat(ids).isNotEmpty().allSatisfy((id) -> {
				String path = "/certificates/" + id;
				assertThat(PlainBrowser.texts(browser.open(path), "#why")).singleElement().satisfies(this::isOfTheRule);
				assertThat(PlainBrowser.texts(browser.open(path + "/delete"), "#why")).singleElement()
					.satisfies(this::isOfTheRule);
			});
			assertThat(PlainBrowser.texts(browser.post("/certificates/" + ids.get(0) + "/delete"), ".finding.problem"))
				.singleElement()
				.satisfies(this::isOfTheRule);
		}
	}

	private void isOfTheRule(String reason) {
		assertThat(reason).contains(HOURS + " hours").doesNotContain(" hour ");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class LongerPeriod {

		@Bean
		@Primary
		DeletionPolicy longerPeriod() {
			return new DeletionPolicy(false, Duration.ofHours(HOURS));
		}

	}

}
