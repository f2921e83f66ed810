package dev.certdeck.tencent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server on loopback that answers as it is told and remembers what it was asked.
 */
public final class FakeCloud implements AutoCloseable {

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile int status = 200;

	private volatile Function<Call, String> answer = (call) -> "{}";

	public FakeCloud() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.setExecutor(this.executor);
		this.server.start();
	}

	public FakeCloud answering(String json) {
		return answering((parameters) -> json);
	}

	public FakeCloud answering(Function<Map<String, String>, String> answer) {
		return answeringCalls((call) -> answer.apply(call.parameters()));
	}

	public FakeCloud answeringCalls(Function<Call, String> answer) {
		this.answer = answer;
		return this;
	}

	public FakeCloud withStatus(int status) {
		this.status = status;
		return this;
	}

	public String host() {
		return "127.0.0.1:" + this.server.getAddress().getPort();
	}

	public String endpoint() {
		return "http://" + host();
	}

	public List<Call> calls() {
		return this.calls;
	}

	public Map<String, String> parameters() {
		return this.calls.get(this.calls.size() - 1).parameters();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			Call call = new Call(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
					exchange.getRequestHeaders().getFirst("Content-Type"),
					exchange.getRequestHeaders().getFirst("Host"), new String(body, StandardCharsets.UTF_8),
					exchange.getRequestHeaders());
			this.calls.add(call);
			byte[] answer = this.answer.apply(call).getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, (answer.length != 0) ? answer.length : -1);
			exchange.getResponseBody().write(answer);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/**
	 * A call that came in.
	 *
	 * @param method the method
	 * @param target the path and what follows it
	 * @param contentType the type of the body
	 * @param host the host that the caller named
	 * @param body the body
	 * @param headers all headers
	 */
	public record Call(String method, String target, String contentType, String host, String body,
			Map<String, List<String>> headers) {

		public Call(String method, String target, String contentType, String host, String body) {
			this(method, target, contentType, host, body, Map.of());
		}

		public String header(String name) {
			return String.join(",", this.headers.getOrDefault(name, List.of()));
		}

		public Map<String, String> parameters() {
			Map<String, String> parameters = new LinkedHashMap<>();
			for (String pair : this.body.split("&")) {
				String[] parts = pair.split("=", 2);
				parameters.put(decoded(parts[0]), (parts.length > 1) ? decoded(parts[1]) : "");
			}
			return parameters;
		}

		private static String decoded(String text) {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}

	}

}
