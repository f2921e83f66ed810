package dev.certdeck;

import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each of the sandbox's users may do.
 */
@SandboxTest
class RolePathTests {

	private PlainBrowser browser;

	@BeforeEach
	void open(@LocalServerPort int port) {
		this.browser = new PlainBrowser(port);
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void viewerReadsAndIsOfferedNoChange() {
		HtmlPage list = this.browser.signIn("viewer");
		assertThat(PlainBrowser.text(list)).contains("Wei Li · viewer").doesNotContain("Upload certificate");
		assertThat(list.querySelectorAll("a[href*='/upload'], a[href*='/delete'], .certs button, .certs .btn"))
			.isEmpty();
		HtmlPage detail = PlainBrowser.follow(list.querySelector(".certs .name > a"));
		assertThat(detail.getWebResponse().getStatusCode()).isEqualTo(200);
		assertThat(detail.querySelectorAll("a[href*='/delete'], .deletion .btn")).isEmpty();
	}

	@Test
	void signInChangesTheSession() {
		HtmlPage signIn = this.browser.open("/certificates");
		String before = this.browser.session();
		this.browser.signIn(signIn, "viewer");
		assertThat(this.browser.session()).isNotEqualTo(before);
	}

	@Test
	void viewerMayRefresh() {
		HtmlPage list = this.browser.signIn("viewer");
		assertThat(PlainBrowser.press(list, "Refresh").getWebResponse().getStatusCode()).isEqualTo(200);
	}

	@Test
	void viewerIsNotAllowedToWrite() {
		HtmlPage list = this.browser.signIn("viewer");
		String path = list.<HtmlAnchor>querySelector(".certs .name > a").getHrefAttribute().replaceAll("\\?.*", "");
		for (HtmlPage denied : new HtmlPage[] { this.browser.open("/certificates/upload"),
				this.browser.open(path + "/delete"), this.browser.post(path + "/delete"),
				this.browser.post("/certificates/upload") }) {
			assertThat(denied.getWebResponse().getStatusCode()).isEqualTo(403);
			assertThat(PlainBrowser.text(denied)).contains("Not allowed", "Your role, viewer, does not allow this");
		}
	}

	@Test
	void adminUploadsAndDeletes() {
		TestPair pair = TestPair.create();
		assertThat(PlainBrowser.text(this.browser.signIn("admin"))).contains("Jonas Weber · admin");
		String path = this.browser.upload(pair, "").getUrl().getPath();
		assertThat(PlainBrowser.text(this.browser.delete(path))).contains(pair.name(), "was deleted");
	}

	@Test
	void personWithoutAKnownGroupIsToldTheGroups() {
		for (HtmlPage page : new HtmlPage[] { this.browser.signIn("guest"), this.browser.open("/certificates/upload"),
				this.browser.open("/") }) {
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(403);
			assertThat(PlainBrowser.text(page)).contains("No role", "Mei Tanaka · no role", "certdeck-viewers",
					"certdeck-operators", "certdeck-admins");
		}
	}

	@Test
	void personWhoseGroupsWereLeftOutIsToldWhy() {
		HtmlPage page = this.browser.signIn("crowd");
		assertThat(page.getWebResponse().getStatusCode()).isEqualTo(403);
		assertThat(PlainBrowser.text(page)).contains("No role", "Tom Silva · no role", "you are in too many")
			.doesNotContain("none of your groups");
	}

	@ParameterizedTest
	@ValueSource(strings = { "operator", "joiner" })
	void signOutEndsBothSessions(String user) {
		HtmlPage signedOut = PlainBrowser.press(this.browser.signIn(user), "Sign out");
		assertThat(signedOut.getUrl()).hasPath("/signed-out");
		assertThat(PlainBrowser.text(signedOut)).contains("You are signed out.");
		HtmlPage again = PlainBrowser.follow((HtmlAnchor) PlainBrowser.control(signedOut, "Sign in again"));
		assertThat(PlainBrowser.text(again)).contains("sandbox's own sign-in");
	}

	@Test
	void personWithoutARoleCanSignOut() {
		HtmlPage signedOut = PlainBrowser.press(this.browser.signIn("guest"), "Sign out");
		assertThat(signedOut.getUrl()).hasPath("/signed-out");
	}

}
