package dev.certdeck.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The identity provider, as a browser and a client see it.
 */
class SandboxLoginTests {

	private static final String CALLBACK = "http://localhost:45678/login/oauth2/code/any";

	private static final JsonMapper JSON = new JsonMapper();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static Sandbox sandbox;

	private final WebClient browser = new WebClient();

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of());
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@BeforeEach
	void configureBrowser() {
		this.browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	@Test
	void discoveryNamesTheSandboxAsIssuer() throws Exception {
		JsonNode discovery = json(HttpRequest.newBuilder(uri("/.well-known/openid-configuration")).build());
		assertThat(discovery.path("issuer").asString()).isEqualTo(sandbox.url());
		assertThat(discovery.path("end_session_endpoint").asString()).startsWith(sandbox.url());
	}

	@ParameterizedTest
	@CsvSource({ "viewer, certdeck-viewers, Wei Li", "operator, certdeck-operators, Ana Costa",
			"admin, certdeck-admins, Jonas Weber", "guest, visitors, Mei Tanaka" })
	void signInYieldsGroupsInIdTokenAndUserInfo(String user, String group, String name) throws Exception {
		JsonNode tokens = signIn(user);
		JsonNode claims = claims(tokens.path("id_token").asString());
		assertThat(claims.path("iss").asString()).isEqualTo(sandbox.url());
		assertThat(claims.path("sub").asString()).isEqualTo(user);
		JsonNode userInfo = json(HttpRequest.newBuilder(uri("/userinfo"))
			.header("Authorization", "Bearer " + tokens.path("access_token").asString())
			.build());
		for (JsonNode about : List.of(claims, userInfo)) {
			assertThat(about.path("groups").values()).extracting(JsonNode::asString).containsExactly(group);
			assertThat(about.path("name").asString()).isEqualTo(name);
			assertThat(about.path("preferred_username").asString()).isEqualTo(user);
		}
	}

	@Test
	void wrongPasswordStaysOnThePageWithAMessage() throws Exception {
		HtmlPage answer = submit(this.browser.getPage(authorizationUrl(CALLBACK)), "viewer", "wrong");
		assertThat(answer.querySelector("[role=alert]").getTextContent()).contains("do not belong together");
		assertThat(answer.getUrl().getPath()).isEqualTo("/sign-in");
	}

	@Test
	void signInPageListsTheUsersAndRunsNoScript() throws Exception {
		HtmlPage page = this.browser.getPage(sandbox.url() + "/sign-in");
		assertThat(page.getBody().asNormalizedText()).contains("sandbox's own sign-in")
			.contains("viewer", "operator", "admin", "guest");
		assertThat(page.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
			.contains("default-src 'none'");
		assertThat(page.querySelectorAll("script, [style]")).isEmpty();
		assertThat(this.browser.getPage(sandbox.url() + "/sign-in.css").getWebResponse().getContentType())
			.isEqualTo("text/css");
	}

	@Test
	void sessionCookieHasItsOwnName() throws Exception {
		this.browser.getPage(sandbox.url() + "/sign-in");
		assertThat(this.browser.getCookieManager().getCookie("CERTDECK_SANDBOX")).isNotNull();
		assertThat(this.browser.getCookieManager().getCookie("JSESSIONID")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://attacker.example/", "http://localhost.attacker.example/", "//attacker.example",
			"http://localhost@attacker.example/" })
	void redirectLeadsNowhereElse(String callback) throws Exception {
		Page answer = this.browser.getPage(authorizationUrl(callback));
		assertThat(answer.getUrl().getHost()).isEqualTo("localhost");
		assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(400);
	}

	@Test
	void signOutEndsTheSessionAndGoesBack() throws Exception {
		String idToken = signIn("viewer").path("id_token").asString();
		this.browser.getOptions().setRedirectEnabled(false);
		Page answer = this.browser.getPage(sandbox.url() + "/connect/logout?id_token_hint=" + idToken
				+ "&post_logout_redirect_uri=" + encode("http://localhost:45678/bye"));
		assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(302);
		assertThat(answer.getWebResponse().getResponseHeaderValue("Location")).isEqualTo("http://localhost:45678/bye");
		Page next = this.browser.getPage(authorizationUrl(CALLBACK));
		assertThat(next.getWebResponse().getResponseHeaderValue("Location")).endsWith("/sign-in");
	}

	@Test
	void signOutLeadsNowhereElse() throws Exception {
		String idToken = signIn("viewer").path("id_token").asString();
		Page answer = this.browser.getPage(sandbox.url() + "/connect/logout?id_token_hint=" + idToken
				+ "&post_logout_redirect_uri=" + encode("https://attacker.example/"));
		assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(400);
	}

	@Test
	void signOutTakesTheNameOfTheClientInPlaceOfALongToken() throws Exception {
		assertThat(signIn("joiner").path("id_token").asString()).hasSizeGreaterThan(7000);
		this.browser.getOptions().setRedirectEnabled(false);
		Page answer = this.browser
			.getPage(sandbox.url() + "/connect/logout?client_id=certdeck&post_logout_redirect_uri="
					+ encode("http://localhost:45678/bye"));
		assertThat(answer.getWebResponse().getResponseHeaderValue("Location")).isEqualTo("http://localhost:45678/bye");
		Page next = this.browser.getPage(authorizationUrl(CALLBACK));
		assertThat(next.getWebResponse().getResponseHeaderValue("Location")).endsWith("/sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_id=other&post_logout_redirect_uri=http://localhost/",
			"client_id=certdeck&post_logout_redirect_uri=https://attacker.example/" })
	void signOutOfAnotherClientOrPlaceIsRefused(String query) throws Exception {
		signIn("viewer");
		Page answer = this.browser.getPage(sandbox.url() + "/connect/logout?" + query);
		assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(400);
	}

	@Test
	void groupsThatAreTooManyAreLeftOut() throws Exception {
		JsonNode claims = claims(signIn("crowd").path("id_token").asString());
		assertThat(claims.has("groups")).isFalse();
		assertThat(claims.path("_claim_names").path("groups").asString()).isEqualTo("src1");
		assertThat(claims.path("_claim_sources").path("src1").has("endpoint")).isTrue();
	}

	private JsonNode signIn(String user) throws Exception {
		HtmlPage page = this.browser.getPage(authorizationUrl(CALLBACK));
		this.browser.getOptions().setRedirectEnabled(false);
		Page signedIn = submit(page, user, user);
		Page back = this.browser.getPage(signedIn.getWebResponse().getResponseHeaderValue("Location"));
		this.browser.getOptions().setRedirectEnabled(true);
		String location = back.getWebResponse().getResponseHeaderValue("Location");
		assertThat(location).startsWith(CALLBACK + "?code=");
		String code = UriComponentsBuilder.fromUriString(location).build().getQueryParams().getFirst("code");
		String credentials = Base64.getEncoder().encodeToString("certdeck:sandbox-client-secret".getBytes());
		return json(HttpRequest.newBuilder(uri("/oauth2/token"))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers
				.ofString("grant_type=authorization_code&code=" + code + "&redirect_uri=" + encode(CALLBACK)))
			.build());
	}

	private static <P extends Page> P submit(HtmlPage page, String user, String password) throws IOException {
		page.getHtmlElementById("username").type(user);
		page.getHtmlElementById("password").type(password);
		return page.<HtmlButton>querySelector("button").click();
	}

	private static String authorizationUrl(String callback) {
		return sandbox.url() + "/oauth2/authorize?response_type=code&client_id=certdeck&scope=openid%20profile&state=s"
				+ "&redirect_uri=" + encode(callback);
	}

	private static JsonNode json(HttpRequest request) throws Exception {
		HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JSON.readTree(response.body());
	}

	private static JsonNode claims(String token) {
		return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
	}

	private static URI uri(String path) {
		return URI.create(sandbox.url() + path);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
