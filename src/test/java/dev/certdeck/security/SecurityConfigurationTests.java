package dev.certdeck.security;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

	@ParameterizedTest
	@ValueSource(strings = { "/certificates", "/certificates/GjTNRoK7", "/signed-out", "/css/certdeck.css" })
	void everyAnswerCarriesTheHeaders(String url) {
		MvcTestResult result = this.pages.get()
			.uri(url)
			.with(oidcLogin().authorities(Role.ADMIN.authority()))
			.exchange();
		Map<String, String> expected = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY",
				"Referrer-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin");
		expected.forEach((name, value) -> assertThat(result.getResponse().getHeader(name)).isEqualTo(value));
	}

	@Test
	void scriptsAndStylesComeFromFilesOnlyAndFormsMayLeadToTheProvider() {
		String policy = this.pages.get()
			.uri("/signed-out")
			.exchange()
			.getResponse()
			.getHeader("Content-Security-Policy");
		assertThat(policy)
			.contains("default-src 'none'", "script-src 'self';", "style-src 'self';",
					"form-action 'self' http://localhost:1;", "frame-ancestors 'none'", "base-uri 'none'")
			.doesNotContain("unsafe");
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

}
