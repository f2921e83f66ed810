package dev.certdeck.security;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.InvalidCsrfTokenException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

/**
 * Tests for {@link SecurityConfiguration}.
 */
@PageTest
class SecurityConfigurationTests {

	private static final CsrfToken TOKEN = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token");

	@Autowired
	MockMvcTester pages;

	@Test
	void refusedRequestIsForwardedToThePageThatExplains() {
		MvcTestResult result = this.pages.post().uri("/certificates/upload").exchange();
		assertThat(result).hasStatus(403).hasForwardedUrl("/denied");
	}

	@Test
	void signedInPagesAreNotStored() {
		MvcTestResult result = this.pages.get()
			.uri("/certificates/upload")
			.with(oidcLogin().authorities(Role.ADMIN.authority()))
			.exchange();
		assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
	}

	@Test
	void roleLessPersonIsToldWhichGroupsAreAskedFor() {
		MvcTestResult result = this.pages.get().uri("/denied").with(oidcLogin().authorities()).exchange();
		assertThat(result).hasStatus(403).bodyText().contains("deck-readers", "deck-writers", "deck-owners");
	}

	@Test
	void viewerIsToldWhichRoleItTakes() {
		MvcTestResult result = this.pages.get()
			.uri("/denied")
			.with(oidcLogin().authorities(Role.VIEWER.authority()))
			.exchange();
		assertThat(result).hasStatus(403).bodyText().contains("Your role, viewer").doesNotContain("deck-readers");
	}

	@Test
	void formOfAnEndedSessionIsExplained() {
		MvcTestResult result = this.pages.post()
			.uri("/denied")
			.with(csrf())
			.with(oidcLogin().authorities(Role.ADMIN.authority()))
			.requestAttr(WebAttributes.ACCESS_DENIED_403, new InvalidCsrfTokenException(TOKEN, "other"))
			.exchange();
		assertThat(result).hasStatus(403).bodyText().contains("This form is too old");
	}

	@Test
	void signOutTakesPost() {
		assertThat(this.pages.post().uri("/sign-out").with(csrf()).exchange()).hasStatus(302);
		assertThat(this.pages.get().uri("/sign-out").with(oidcLogin().authorities(Role.ADMIN.authority())).exchange())
			.hasStatus(404);
	}

	@Test
	void signOutOverTlsClearsWhatTheBrowserKeptOfTheSite() {
		MvcTestResult result = this.pages.post().uri("/sign-out").secure(true).with(csrf()).exchange();
		assertThat(result.getResponse().getHeader("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
	}

	@Test
	void answerOverTlsAsksForTlsForAYear() {
		MvcTestResult result = this.pages.get().uri("/signed-out").secure(true).exchange();
		assertThat(result.getResponse().getHeader("Strict-Transport-Security"))
			.isEqualTo("max-age=31536000 ; includeSubDomains");
	}

	@Test
	void providerThatIsAwayWasNotNeededToStartAndIsNamedAtTheSignIn() {
		MvcTestResult result = this.pages.get().uri("/oauth2/authorization/sso").exchange();
		assertThat(result).hasStatus(302).hasHeader("Location", "/sign-in-failed/no-answer");
		assertThat(this.pages.get().uri("/sign-in-failed/no-answer")).hasStatus(503)
			.bodyText()
			.contains("The sign-in service does not answer", "Try again");
	}

	@Test
	void problemThatDoesNotExistHasNoPage() {
		assertThat(this.pages.get().uri("/sign-in-failed/other")).hasStatus(404);
	}

}
