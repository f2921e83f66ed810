package dev.certdeck.security;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * Answers of an identity provider that does not work.
 */
final class BrokenAnswers {

	private BrokenAnswers() {
	}

	static HttpHandler redirect() {
		return (exchange) -> {
			exchange.getResponseHeaders().set("Location", "/elsewhere");
			exchange.sendResponseHeaders(302, -1);
			exchange.close();
		};
	}

	static HttpHandler huge() {
		return TestProvider.text(JSONObjectUtils.toJSONString(Map.of("filler", "x".repeat(100_000))));
	}

	static HttpHandler stall() {
		return (exchange) -> until(exchange, () -> {
		});
	}

	static HttpHandler dribble() {
		return (exchange) -> {
			exchange.sendResponseHeaders(200, 10_000);
			OutputStream out = exchange.getResponseBody();
			until(exchange, () -> {
				out.write(' ');
				out.flush();
			});
		};
	}

	private static void until(HttpExchange exchange, Step step) throws IOException {
		try (exchange) {
			for (int i = 0; i < 100; i++) {
				step.run();
				Thread.sleep(50);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private interface Step {

		void run() throws IOException;

	}

}
