package dev.certdeck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * A proxy that ends TLS, serves the dashboard below a path, and appends its headers to
 * what the client sends, as some proxies do.
 */
final class AppendingProxy implements AutoCloseable {

	private static final String PREFIX = "/certs";

	private static final Set<String> HOP_BY_HOP = Set.of("connection", "content-length", "expect", "host",
			"http2-settings", "keep-alive", "transfer-encoding", "upgrade");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final HttpsServer server;

	private final String target;

	private final String client;

	/**
	 * Starts it.
	 * @param target the port of the dashboard
	 * @param client the address from which it says that requests come
	 * @throws IOException if it can't be started
	 */
	AppendingProxy(int target, String client) throws IOException {
		this.target = "http://127.0.0.1:" + target;
		this.client = client;
		TestPair pair = TestPair.create();
		PemSslStoreDetails store = PemSslStoreDetails.forCertificate(pair.certificate()).withPrivateKey(pair.key());
		this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setHttpsConfigurator(
				new HttpsConfigurator(SslBundle.of(new PemSslStoreBundle(store, null)).createSslContext()));
		this.server.createContext(PREFIX + "/", this::handle);
		this.server.start();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			HttpResponse<byte[]> answer = this.http.send(request(exchange), BodyHandlers.ofByteArray());
			answer.headers().map().forEach((name, values) -> {
				if (!HOP_BY_HOP.contains(name) && !name.startsWith(":")) {
					exchange.getResponseHeaders().put(name, values);
				}
			});
			exchange.sendResponseHeaders(answer.statusCode(), (answer.body().length != 0) ? answer.body().length : -1);
			exchange.getResponseBody().write(answer.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private HttpRequest request(HttpExchange exchange) throws IOException {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
		Map.of("X-Forwarded-For", this.client, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "localhost",
				"X-Forwarded-Port", Integer.toString(this.server.getAddress().getPort()), "X-Forwarded-Prefix", PREFIX)
			.forEach((name, value) -> headers.merge(name, value, (before, added) -> before + ", " + added));
		headers.put("X-Request-ID", "id-of-the-proxy");
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(this.target + exchange.getRequestURI().toString().substring(PREFIX.length())))
			.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
		headers.forEach((name, value) -> {
			if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
				request.header(name, value);
			}
		});
		return request.build();
	}

	/**
	 * Returns where the dashboard is behind it.
	 * @return the URL with the prefix, without a slash at the end
	 */
	String url() {
		return "https://localhost:" + this.server.getAddress().getPort() + PREFIX;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
