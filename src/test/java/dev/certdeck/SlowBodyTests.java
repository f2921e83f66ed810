package dev.certdeck;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.htmlunit.html.DomElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections whose bodies trickle, twice as many as the server has threads, hold nobody
 * else up, and are given up.
 */
@LongTest
@SandboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = { "server.tomcat.threads.max=60", "spring.threads.virtual.enabled=false",
		"certdeck.forms.uploads=4", "certdeck.forms.waiting=8", "certdeck.forms.reading=12",
		"certdeck.forms.pause=2s" })
class SlowBodyTests {

	private static final int CONNECTIONS = 120;

	private static final String FILES = "Content-Type: multipart/form-data; boundary=x";

	private static final String FIELDS = "Content-Type: application/x-www-form-urlencoded";

	private static final byte[] BEGINNING = "--x\r\nContent-Disposition: form-data; name=\"chain\"\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	private final HttpClient http = HttpClient.newHttpClient();

	private PlainBrowser operator;

	private int port;

	@BeforeAll
	void signIn(@LocalServerPort int port) {
		this.port = port;
		this.operator = new PlainBrowser(port);
		this.operator.signIn("operator");
	}

	@AfterAll
	void close() {
		this.operator.close();
	}

	Stream<RawRequest> trickles() {
		String upload = this.operator.open("/certificates/upload")
			.<DomElement>querySelector("form[enctype]")
			.getAttribute("action");
		String cookie = "Cookie: " + this.operator.cookies();
		String files = "Content-Length: 4800000";
		String fields = "Content-Length: 60000";
		String pieces = "Transfer-Encoding: chunked";
		return Stream.of(RawRequest.post("/certificates/upload", FILES, files),
				RawRequest.post("/certificates/upload", FILES, pieces),
				RawRequest.post("/logout/connect/back-channel/sso", FIELDS, fields),
				RawRequest.post("/logout/connect/back-channel/sso", FIELDS, pieces),
				RawRequest.post("/certificates/refresh", FIELDS, fields, cookie),
				RawRequest.post("/certificates/refresh", FIELDS, pieces, cookie),
				RawRequest.post(upload, FILES, files, cookie), RawRequest.post(upload, FILES, pieces, cookie),
				new RawRequest("GET /signed-out HTTP/1.1", List.of(FILES, files, cookie)));
	}

	@ParameterizedTest
	@MethodSource("trickles")
	void otherPagesComeWhileBodiesTrickle(RawRequest trickle) throws Exception {
		List<Socket> connections = new ArrayList<>();
		try {
			for (int number = 0; number < CONNECTIONS; number++) {
				connections.add(trickle.open(this.port, new byte[0]));
			}
			for (int look = 0; look < 8; look++) {
				connections.forEach(SlowBodyTests::trickle);
				assertThat(pageStatus()).isEqualTo(200);
			}
		}
		finally {
			for (Socket connection : connections) {
				connection.close();
			}
		}
	}

	@Test
	void bodyThatTricklesIsAnsweredWithAPageAndGivenUp() throws Exception {
		String cookie = "Cookie: " + this.operator.cookies();
		String upload = this.operator.open("/certificates/upload")
			.<DomElement>querySelector("form[enctype]")
			.getAttribute("action");
		assertGivenUp(RawRequest.post("/certificates/refresh", FIELDS, "Content-Length: 60000", cookie), 200);
		assertGivenUp(RawRequest.post("/certificates/refresh", FIELDS, "Content-Length: 60000", cookie), 100_000);
		assertGivenUp(RawRequest.post(upload, FILES, "Content-Length: 4800000", cookie), 200);
		assertGivenUp(RawRequest.post(upload, FILES, "Content-Length: 4800000", cookie), 100_000);
	}

	private void assertGivenUp(RawRequest request, int pause) throws Exception {
		try (Socket connection = request.with("Accept: text/html").open(this.port, BEGINNING)) {
			long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
			long next = System.nanoTime();
			while (connection.getInputStream().available() == 0 && System.nanoTime() < deadline) {
				if (System.nanoTime() >= next) {
					trickle(connection);
					next += Duration.ofMillis(pause).toNanos();
				}
				Thread.sleep(20);
			}
			String answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 408").contains("Too slow", "Connection: close");
		}
	}

	private static void trickle(Socket connection) {
		try {
			connection.getOutputStream().write('1');
		}
		catch (IOException ex) {
			assertThat(ex).isNotNull();
		}
	}

	private int pageStatus() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/certificates"))
			.header("Cookie", this.operator.cookies())
			.timeout(Duration.ofSeconds(6))
			.build();
		return this.http.send(request, BodyHandlers.discarding()).statusCode();
	}

}
