package dev.certdeck.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import dev.certdeck.PlainBrowser;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Keycloak with the realm of the compose file, for one Certdeck.
 */
public final class Keycloak implements AutoCloseable {

	private static final String PASSWORD = UUID.randomUUID().toString();

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	private final GenericContainer<?> container;

	/**
	 * Starts a Keycloak.
	 * @param certdeckPort the port of this machine on which Certdeck will listen
	 */
	public Keycloak(int certdeckPort) {
		this.container = new GenericContainer<>("quay.io/keycloak/keycloak:26.7.3").withExposedPorts(8080)
			.withExtraHost("host.docker.internal", "host-gateway")
			.withEnv(Map.of("KC_DB", "dev-mem", "KC_HTTP_HOST", "0.0.0.0", "CLIENT_SECRET", PASSWORD, "USER_PASSWORD",
					PASSWORD, "CERTDECK_URL", "http://localhost:" + certdeckPort, "CERTDECK_BACK_CHANNEL_URL",
					"http://host.docker.internal:" + certdeckPort, "KC_BOOTSTRAP_ADMIN_USERNAME", "keeper",
					"KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD))
			.withCopyFileToContainer(MountableFile.forHostPath("src/main/docker/keycloak/team.json"),
					"/opt/keycloak/data/import/team.json")
			.withCommand("start-dev", "--import-realm")
			.waitingFor(Wait.forHttp("/realms/team").withStartupTimeout(Duration.ofMinutes(4)));
		this.container.start();
	}

	/**
	 * Certdeck's settings for this Keycloak.
	 * @return the settings by name
	 */
	public Map<String, String> settings() {
		return Map.of("certdeck.sso.issuer-uri", url("/realms/team"), "certdeck.sso.client-secret", PASSWORD,
				"certdeck.sso.roles.viewer", "viewers", "certdeck.sso.roles.operator", "operators",
				"certdeck.sso.roles.admin", "admins");
	}

	/**
	 * Signs in on Keycloak's page, to which Certdeck leads.
	 * @param browser the browser
	 * @param user the user
	 * @return the page of Certdeck after it
	 */
	public HtmlPage signIn(PlainBrowser browser, String user) {
		HtmlPage page = browser.open("/certificates");
		page.<HtmlInput>getHtmlElementById("username").setValue(user);
		page.<HtmlInput>getHtmlElementById("password").setValue(PASSWORD);
		try {
			return page.<HtmlElement>getHtmlElementById("kc-login").click();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends all sessions of a user, as an administrator of Keycloak.
	 * @param user the user
	 */
	void end(String user) {
		String id = administer("GET", "/users?exact=true&username=" + user, "").get(0).get("id").asString();
		administer("POST", "/users/" + id + "/logout", "");
	}

	/**
	 * Registers a further client.
	 * @param json the client in Keycloak's own form, without its secret
	 */
	void register(String json) {
		administer("POST", "/clients", json.replaceFirst("\\{", "{\"secret\": \"" + PASSWORD + "\", "));
	}

	private JsonNode administer(String method, String path, String body) {
		String credentials = "grant_type=password&client_id=admin-cli&username=keeper&password=" + PASSWORD;
		String token = send(HttpRequest.newBuilder(URI.create(url("/realms/master/protocol/openid-connect/token")))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(credentials))).get("access_token").asString();
		return send(HttpRequest.newBuilder(URI.create(url("/admin/realms/team" + path)))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(body)));
	}

	private JsonNode send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = this.http.send(request.build(), BodyHandlers.ofString());
			if (answer.statusCode() >= 300) {
				throw new IllegalStateException("Keycloak answered with HTTP " + answer.statusCode());
			}
			return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String url(String path) {
		return "http://localhost:" + this.container.getMappedPort(8080) + path;
	}

	@Override
	public void close() {
		this.container.stop();
	}

}
