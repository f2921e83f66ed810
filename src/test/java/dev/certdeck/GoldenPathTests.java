package dev.certdeck;

import java.util.Comparator;
import java.util.List;

import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator finds certificates, with JavaScript off.
 */
@SandboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenPathTests {

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

	@Test
	void signInLeadsToThePageThatWasAskedFor(@LocalServerPort int port) {
		try (PlainBrowser other = new PlainBrowser(port)) {
			HtmlPage signIn = other.open("/certificates?q=storefront");
			assertThat(PlainBrowser.text(signIn)).contains("sandbox's own sign-in");
			HtmlPage page = other.signIn(signIn, "operator");
			assertThat(page.getUrl()).hasPath("/certificates").hasParameter("q", "storefront");
			assertThat(PlainBrowser.text(page)).contains("Ana Costa · operator")
				.contains("Sandbox: nothing here reaches Tencent Cloud")
				.doesNotContain("left out");
		}
	}

	@Test
	void filterFormFindsByTextStandsInTheUrlAndIsCleared() {
		HtmlPage list = this.browser.open("/certificates?sort=domain&size=50");
		PlainBrowser.fill(list, "q", "STOREFRONT");
		HtmlPage found = PlainBrowser.press(list, "Apply");
		assertThat(found.getUrl()).hasParameter("q", "STOREFRONT")
			.hasParameter("sort", "domain")
			.hasParameter("size", "50");
		assertThat(names(found)).containsExactly("*.example.com");
		assertThat(PlainBrowser.text(found)).contains("1 to 1 of 1 certificate");
		HtmlPage cleared = PlainBrowser.press(found, "Clear");
		assertThat(total(cleared)).isEqualTo(total(this.browser.open("/certificates")));
	}

	@Test
	void filtersCombine() {
		HtmlPage list = this.browser.open("/certificates?size=100");
		PlainBrowser.fill(list, "host", "anything.example.com");
		list.<HtmlSelect>getHtmlElementById("plan").setSelectedAttribute("paid", true);
		list.<HtmlSelect>getHtmlElementById("usage").setSelectedAttribute("bound", true);
		HtmlPage found = PlainBrowser.press(list, "Apply");
		assertThat(names(found)).containsOnly("*.example.com");
		assertThat(PlainBrowser.texts(found, ".certs .chip")).contains("CLB 2", "CDN 2", "BM 1");
	}

	@Test
	void hostIsTakenOutOfAUrl() {
		HtmlPage list = this.browser.open("/certificates");
		PlainBrowser.fill(list, "host", "https://ana:secret@storefront.example.com:443/v1");
		HtmlPage found = PlainBrowser.press(list, "Apply");
		assertThat(names(found)).isNotEmpty().containsOnly("*.example.com");
		assertThat(found.<HtmlInput>getHtmlElementById("host").getValue()).isEqualTo("storefront.example.com");
		assertThat(found.getWebResponse().getContentAsString()).doesNotContain("secret");
		assertThat(names(this.browser.open("/certificates?host=*.example.com"))).containsOnly("*.example.com");
	}

	@Test
	void whatIsNoHostNameFindsNothingAndIsSaid() {
		HtmlPage none = this.browser.open("/certificates?host=not+a+host&sort=domain");
		assertThat(PlainBrowser.text(none)).contains("\"not a host\" is not a host name").doesNotContain("left out");
		assertThat(names(none)).isEmpty();
		HtmlInput field = none.getHtmlElementById("host");
		assertThat(field.getValue()).isEqualTo("not a host");
		assertThat(none.getElementById(field.getAttribute("aria-describedby")).getTextContent())
			.contains("not a host name");
		HtmlPage refreshed = PlainBrowser.press(none, "Refresh");
		assertThat(refreshed.getUrl()).hasParameter("host", "not a host");
		assertThat(names(refreshed)).isEmpty();
	}

	@Test
	void agesAreClockTimes() {
		assertThat(PlainBrowser.texts(this.browser.open("/certificates"), ".title-row .sub")).first()
			.asString()
			.containsPattern("As of \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d\\d:\\d\\d")
			.contains("next refresh at", "reload the page to see it")
			.doesNotContain("ago");
	}

	@Test
	void internationalNameIsFoundInBothSpellings() {
		List<String> unicode = names(this.browser.open("/certificates?q=m%C3%BCnchen.example.com"));
		List<String> ascii = names(this.browser.open("/certificates?q=xn--mnchen-3ya.example.com"));
		assertThat(unicode).isEqualTo(ascii).containsExactly("münchen.example.com");
	}

	@Test
	void emptyResultSaysSo() {
		assertThat(PlainBrowser.text(this.browser.open("/certificates?q=no-such-name")))
			.contains("No certificates match");
	}

	@Test
	void everyRowHasACellBelowEachHeading() {
		HtmlPage list = this.browser.open("/certificates");
		int headings = list.querySelectorAll(".certs thead th").size();
		assertThat(list.querySelectorAll(".certs tbody tr")).isNotEmpty()
			.allSatisfy((row) -> assertThat(row.querySelectorAll("td, th")).hasSize(headings));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Domain", "Alias", "ID", "Plan", "Type", "Authority", "Source", "Status", "Valid until",
			"In use" })
	void everyColumnSortsUpAndDown(String column) {
		HtmlPage list = this.browser
			.open("/certificates?plan=uploaded&sort=" + (column.equals("Domain") ? "id" : "domain"));
		HtmlPage up = PlainBrowser.press(list, column);
		assertThat(sortedHeading(up)).contains(column).contains("▲");
		HtmlPage down = heading(up, column);
		assertThat(sortedHeading(down)).contains(column).contains("▼");
		assertThat(up.getUrl()).hasParameter("plan", "uploaded");
		assertThat(ids(up)).isNotEqualTo(ids(down));
	}

	@Test
	void sortByIdIsInOrder() {
		List<String> ids = ids(this.browser.open("/certificates?sort=id&size=100"));
		assertThat(ids).hasSize(100).isSorted();
		assertThat(ids(this.browser.open("/certificates?sort=-id&size=100")))
			.isSortedAccordingTo(Comparator.reverseOrder());
	}

	@Test
	void pagesFollowOneAnotherToTheLast() {
		HtmlPage first = this.browser.open("/certificates?sort=id");
		HtmlPage second = PlainBrowser.press(first, "Next");
		assertThat(PlainBrowser.text(second)).contains("21 to 40 of").contains("Page 2 of");
		assertThat(ids(second)).hasSize(20).doesNotContainAnyElementsOf(ids(first));
		assertThat(ids(PlainBrowser.press(second, "Previous"))).isEqualTo(ids(first));
		HtmlPage last = PlainBrowser.press(second, "Last");
		assertThat(PlainBrowser.controls(last, "Next")).isEmpty();
		assertThat(ids(PlainBrowser.press(last, "First"))).isEqualTo(ids(first));
	}

	@Test
	void pageBeyondTheEndIsTheLast() {
		HtmlPage last = PlainBrowser.press(this.browser.open("/certificates?sort=id&size=50"), "Last");
		for (String number : List.of("9999", "2147483647", "99999999999999999999")) {
			HtmlPage beyond = this.browser.open("/certificates?sort=id&size=50&page=" + number);
			assertThat(beyond.getWebResponse().getStatusCode()).isEqualTo(200);
			assertThat(ids(beyond)).as("page %s", number).isEqualTo(ids(last));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "all", "expiring", "expired", "bound", "deletable" })
	void tileLeadsToWhatItCounts(String tile) {
		HtmlPage list = this.browser.open("/certificates?size=50");
		HtmlAnchor link = list.querySelector("a.tile." + tile);
		String count = link.<DomElement>querySelector("b").getTextContent();
		HtmlPage counted = this.browser.open(link.getHrefAttribute());
		assertThat(total(counted)).isEqualTo(Integer.parseInt(count)).isPositive();
		assertThat(counted.<DomElement>querySelector("a.tile." + tile).getAttribute("aria-current")).isEqualTo("true");
	}

	@Test
	void refreshKeepsFilterOrderAndPage() {
		HtmlPage list = this.browser.open("/certificates?plan=uploaded&sort=-domain&page=2");
		HtmlPage refreshed = PlainBrowser.press(list, "Refresh");
		assertThat(refreshed.getUrl()).hasPath("/certificates")
			.hasParameter("plan", "uploaded")
			.hasParameter("sort", "-domain")
			.hasParameter("page", "2");
		assertThat(ids(refreshed)).isEqualTo(ids(list));
	}

	@Test
	void listSaysWhyACertificateCannotBeDeleted() {
		HtmlPage list = this.browser.open("/certificates?q=storefront");
		DomElement button = list.querySelector(".certs button[aria-disabled=true]");
		assertThat(list.getElementById(button.getAttribute("aria-describedby")).getTextContent())
			.startsWith("In use by");
		assertThat(PlainBrowser.controls(list, "Delete…").map(DomElement::getTagName)).containsExactly("button");
	}

	@Test
	void markupInAnAliasIsText() {
		HtmlPage list = this.browser.open("/certificates?q=markup.example.com");
		assertThat(PlainBrowser.texts(list, ".certs .name .sub"))
			.contains("<b>Intranet</b> & <script>alert('certdeck')</script>");
		assertThat(list.querySelectorAll(".certs script, .certs .name .sub b")).isEmpty();
	}

	private static HtmlPage heading(HtmlPage page, String column) {
		return PlainBrowser.follow((HtmlAnchor) page.querySelectorAll(".certs th a")
			.stream()
			.filter((link) -> link.getTextContent().strip().startsWith(column))
			.findFirst()
			.orElseThrow());
	}

	private static String sortedHeading(HtmlPage page) {
		return page.<DomElement>querySelector(".certs th:not([aria-sort=none]) a.sorted").getTextContent();
	}

	private static int total(HtmlPage page) {
		return Integer.parseInt(PlainBrowser.text(page).replaceAll("(?s).* of (\\d+) certificates?\\s.*", "$1"));
	}

	private static List<String> names(HtmlPage page) {
		return PlainBrowser.texts(page, ".certs .name > a");
	}

	private static List<String> ids(HtmlPage page) {
		return PlainBrowser.texts(page, ".certs td.mono");
	}

}
