package dev.certdeck.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that the server refuses before they reach the application get a page of
 * Certdeck's own, too.
 */
@TestPropertySource(properties = "certdeck.web.trusted-proxies=127.0.0.1")
class RefusedRequestTests extends ProviderScene {

	private static final String HOST = "Host: localhost\r\n";

	@ParameterizedTest
	@ValueSource(ints = { 1, 9, 20, 31 })
	void cookiesOfNeighboursUpTo32KilobytesAreRead(int kilobytes) throws IOException {
		assertThat(answer("GET /signed-out HTTP/1.1", HOST + cookies(kilobytes))).startsWith("HTTP/1.1 200")
			.contains("You are signed out");
	}

	@ParameterizedTest
	@ValueSource(ints = { 33, 64, 400, 800 })
	void largerCookiesAreAPageOfItsOwn(int kilobytes) throws IOException {
		assertIsPage(answer("GET /certificates HTTP/1.1", HOST + cookies(kilobytes)), "431",
				"Your browser sends too much", "32 kB");
		assertIsPage(answer("GET /certificates HTTP/1.1", cookies(kilobytes) + HOST), "431",
				"Your browser sends too much", "32 kB");
	}

	@Test
	void addressThatIsTooLongIsAPageOfItsOwn() throws IOException {
		assertIsPage(answer("GET /certificates?q=" + "x".repeat(40_000) + " HTTP/1.1", HOST), "431",
				"Your browser sends too much");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET /certificates?q={a} HTTP/1.1 | Host: localhost | 400 | The request was not understood
			GET /certificates HTTP/1.1       | Host: a b       | 400 | The request was not understood
			GET /certificates HTTP/1.1       | X: y            | 400 | The request was not understood
			TRACE /certificates HTTP/1.1     | Host: localhost | 405 | Not possible this way
			""")
	void otherRequestThatTheServerRefusesIsAPageOfItsOwn(String line, String header, String status, String heading)
			throws IOException {
		assertIsPage(answer(line, header + "\r\n"), status, heading);
	}

	@Test
	void pageFindsItsFilesBelowThePrefixOfAProxy() throws IOException {
		String proxied = "X-Forwarded-Prefix: /certs/\r\nX-Request-ID: id-of-the-proxy\r\n" + HOST;
		assertThat(answer("GET /certificates HTTP/1.1", proxied + cookies(40))).startsWith("HTTP/1.1 431")
			.contains("href=\"/certs/static/css/certdeck", "href=\"/certs/certificates\"",
					"<code class=\"mono\">id-of-the-proxy</code>");
	}

	private String answer(String line, String headers) throws IOException {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.agent.port())) {
			String request = line + "\r\n" + headers + "Connection: close\r\n\r\n";
			send(socket, request.getBytes(StandardCharsets.US_ASCII));
			socket.getInputStream().transferTo(answer);
		}
		catch (SocketException ex) {
			assertThat(answer.size()).as(ex.getMessage()).isPositive();
		}
		return answer.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Sends as much of a request as the server takes: it may have answered and closed
	 * before the end, as browsers know it.
	 */
	private static void send(Socket socket, byte[] request) {
		try {
			socket.getOutputStream().write(request);
		}
		catch (IOException ex) {
			assertThat(request).as(ex.getMessage()).hasSizeGreaterThan(65_536);
		}
	}

	private static String cookies(int kilobytes) {
		return "Cookie: a=b" + ("; neighbour=" + "x".repeat(1012)).repeat(kilobytes - 1) + "\r\n";
	}

	private static void assertIsPage(String answer, String status, String... texts) {
		assertThat(answer).startsWith("HTTP/1.1 " + status)
			.contains(texts)
			.contains("<title>", "Certdeck", "href=\"/static/css/certdeck")
			.contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'",
					"Cache-Control: no-store", "Connection: close")
			.containsPattern("X-Request-ID: [0-9a-f-]{36}")
			.containsPattern("<code class=\"mono\">[0-9a-f-]{36}</code>")
			.doesNotContain("Exception", "neighbour", "Tomcat");
	}

}
