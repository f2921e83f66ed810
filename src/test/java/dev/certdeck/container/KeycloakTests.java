package dev.certdeck.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

import dev.certdeck.PlainBrowser;
import dev.certdeck.Ports;
import dev.certdeck.sandbox.Sandbox;
import dev.certdeck.security.RouteTable;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Certdeck with Keycloak as its identity provider, and the realm of the compose file.
 */
@ContainerTest
class KeycloakTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private Sandbox sandbox;

	private Keycloak keycloak;

	private Replica replica;

	@BeforeAll
	void start() throws IOException {
		int port = Ports.free();
		this.sandbox = Sandbox.start(Map.of("certificates", "20"));
		this.keycloak = new Keycloak(port);
		this.replica = replica(Map.of("server.port", String.valueOf(port)));
	}

	@AfterAll
	void close() {
		this.replica.close();
		this.keycloak.close();
		this.sandbox.close();
	}

	@ParameterizedTest
	@CsvSource({ "viewer, VIEWER, Wei Li · viewer", "operator, OPERATOR, Ana Costa · operator",
			"admin, ADMIN, Jonas Weber · admin", "guest, , Mei Tanaka · no role" })
	void everyRouteIsOpenToTheRolesOfTheTable(String user, String role, String nameAndRole) {
		try (PlainBrowser browser = new PlainBrowser(this.replica.url())) {
			assertThat(PlainBrowser.text(this.keycloak.signIn(browser, user))).contains(nameAndRole);
			String token = browser.csrfToken();
			RouteTable.rows()
				.forEach((row) -> assertThat(status(browser, row, token)).as("%s by %s", row, user)
					.satisfies((status) -> check(status, row.isOpenTo(role))));
		}
	}

	private static void check(int status, boolean open) {
		if (open) {
			assertThat(status).isNotIn(401, 403, 405, 500);
		}
		else {
			assertThat(status).isEqualTo(403);
		}
	}

	@Test
	void signOutEndsKeycloaksSessionToo() {
		try (PlainBrowser browser = new PlainBrowser(this.replica.url())) {
			HtmlPage signedOut = PlainBrowser.press(this.keycloak.signIn(browser, "operator"), "Sign out");
			assertThat(signedOut.getUrl()).hasPath("/signed-out");
			assertThat(browser.open("/certificates").getUrl().getPath()).startsWith("/realms/team/");
		}
	}

	@Test
	void endOfKeycloaksSessionEndsCertdecksSessions() {
		try (PlainBrowser browser = new PlainBrowser(this.replica.url());
				PlainBrowser other = new PlainBrowser(this.replica.url())) {
			this.keycloak.signIn(browser, "operator");
			this.keycloak.signIn(other, "viewer");
			RouteTable.Row list = new RouteTable.Row("GET", "/certificates", "VIEWER");
			assertThat(status(browser, list, "")).isEqualTo(200);
			this.keycloak.end("operator");
			assertThat(status(browser, list, "")).isEqualTo(401);
			assertThat(status(other, list, "")).isEqualTo(200);
		}
	}

	@Test
	void groupsAreFoundInANestedClaim() {
		this.keycloak.register("""
				{"clientId": "nested", "redirectUris": ["*"], "protocolMappers": [{"name": "groups",
				"protocol": "openid-connect", "protocolMapper": "oidc-group-membership-mapper",
				"config": {"claim.name": "deck.of.groups", "full.path": "false", "id.token.claim": "true"}}]}""");
		try (Replica nested = replica(
				Map.of("certdeck.sso.client-id", "nested", "certdeck.sso.groups-claim", "deck.of.groups"));
				PlainBrowser browser = new PlainBrowser(nested.url())) {
			assertThat(PlainBrowser.text(this.keycloak.signIn(browser, "admin"))).contains("Jonas Weber · admin");
		}
	}

	private Replica replica(Map<String, String> settings) {
		Map<String, String> all = new HashMap<>(this.keycloak.settings());
		all.putAll(settings);
		return Replica.start(this.sandbox, Postgres.create(), all);
	}

	/**
	 * Asks for a route; being sent to the sign-in counts as 401.
	 */
	private int status(PlainBrowser browser, RouteTable.Row row, String csrfToken) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.replica.url() + row.path()))
			.header("Accept", "text/html")
			.header("Cookie", browser.cookies())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("X-CSRF-TOKEN", csrfToken)
			.method(row.method(), BodyPublishers.noBody());
		try {
			HttpResponse<Void> answer = HTTP.send(request.build(), BodyHandlers.discarding());
			boolean signIn = answer.headers().firstValue("Location").orElse("").contains("/oauth2/authorization/");
			return signIn ? 401 : answer.statusCode();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
