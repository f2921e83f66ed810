package dev.certdeck.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A visitor with a jar of cookies who follows redirects, or one at a time.
 */
final class TestAgent {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient following = client(HttpClient.Redirect.ALWAYS);

	private final HttpClient stopping = client(HttpClient.Redirect.NEVER);

	private final int port;

	private final String url;

	TestAgent(int port) {
		this.port = port;
		this.url = "http://localhost:" + port;
	}

	private HttpClient client(HttpClient.Redirect redirects) {
		return HttpClient.newBuilder().cookieHandler(this.cookies).followRedirects(redirects).build();
	}

	HttpResponse<String> open(String path) {
		return send(this.following, request(path));
	}

	HttpResponse<String> step(String path, String... headers) {
		HttpRequest.Builder request = request(path);
		for (int index = 0; index < headers.length; index += 2) {
			request.setHeader(headers[index], headers[index + 1]);
		}
		return send(this.stopping, request);
	}

	HttpResponse<String> post(String path, String form) {
		return send(this.stopping, request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	HttpResponse<String> method(String method, String path) {
		return send(this.stopping, request(path).method(method, BodyPublishers.noBody()));
	}

	HttpResponse<String> signOut() {
		Matcher csrf = CSRF.matcher(open("/certificates").body());
		String token = csrf.find() ? csrf.group(1) : "";
		return post("/sign-out", "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
	}

	int port() {
		return this.port;
	}

	boolean isSignedIn() {
		return step("/certificates").statusCode() == 200;
	}

	Optional<String> session() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("CERTDECK"))
			.map(HttpCookie::getValue)
			.findFirst();
	}

	int cookies() {
		return this.cookies.getCookieStore().getCookies().size();
	}

	/**
	 * Puts another visitor's cookies into the jar, in place of those of the same name.
	 * @param other whose cookies they are
	 */
	void takeCookiesOf(TestAgent other) {
		URI site = URI.create(this.url);
		other.cookies.getCookieStore()
			.getCookies()
			.forEach((cookie) -> this.cookies.getCookieStore().add(site, cookie));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : this.url + path))
			.header("Accept", "text/html");
	}

	private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
		try {
			return client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
