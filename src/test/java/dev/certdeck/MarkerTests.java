package dev.certdeck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After every kind of failure no line of a key, and no passphrase, stands in a log at the
 * finest level, in a page, in a header, in a URL, in a session, in the audit trail or in
 * the inventory.
 */
@LongTest
@SandboxTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkerTests {

	private static final String PASSPHRASE = "Marker-4f1d9c-Passphrase";

	private static final int CONTEXT = 500;

	private static final String BOUNDARY = "marker-tests-boundary";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final MarkedKey key = MarkedKey.create(PASSPHRASE);

	private final TestPair other = TestPair.create();

	private final List<String> answers = new ArrayList<>();

	private PlainBrowser browser;

	private String token;

	private SandboxKnobs knobs;

	private String url;

	@Autowired
	private JdbcTemplate database;

	@BeforeAll
	void signIn(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.url = "http://localhost:" + port;
		this.browser = new PlainBrowser(port);
		this.browser.signIn("operator");
		this.knobs = new SandboxKnobs(sandboxUrl);
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@Test
	void nothingOfAKeyIsFoundAfterAnyFailure(CapturedOutput output) {
		String token = this.browser.csrfToken();
		this.token = token;
		String log;
		try (FinestLog finest = new FinestLog("org.htmlunit", "jdk.internal.httpclient")) {
			forms().forEach((form) -> Stream.of("/certificates/upload", "/certificates/upload/check")
				.forEach((path) -> submit(path, token, form)));
			cloudFailures(token);
			brokenRequests(token);
			log = finest.text();
		}
		assertThat(log.length()).isGreaterThan(1_000_000);
		assertClean("the log", log);
		assertClean("the console", output.getAll());
		assertClean("the answers", String.join("\n", this.answers));
		assertClean("the sessions, the audit trail and the inventory", stored());
		assertThat(this.answers).hasSizeGreaterThan(50);
	}

	private List<List<Part>> forms() {
		String certificate = this.key.certificate();
		List<List<Part>> forms = new ArrayList<>();
		for (String pem : this.key.spellings()) {
			forms.add(List.of(text("chain", this.other.certificate()), text("key", pem)));
			forms.add(List.of(text("chain", pem), text("key", certificate)));
			forms.add(List.of(text("chain", pem), text("key", pem), text("passphrase", "not " + PASSPHRASE)));
			forms.add(List.of(text("chain", this.other.certificate() + pem), text("passphrase", PASSPHRASE)));
			forms.add(List.of(text("chain", this.other.certificate()), file("keyFile", "key.pem", pem.getBytes()),
					text("passphrase", PASSPHRASE)));
			forms.add(List.of(text("alias", pem.replaceAll("\\s", "")), text("chain", certificate)));
		}
		for (byte[] container : this.key.containers()) {
			forms.add(List.of(file("chainFile", "bundle", container)));
			forms.add(List.of(file("chainFile", "bundle", container), text("passphrase", "not " + PASSPHRASE)));
			forms.add(List.of(file("keyFile", "bundle", container), text("passphrase", PASSPHRASE),
					text("chain", this.other.certificate())));
			forms.add(List.of(file("chainFile", "bundle", Arrays.copyOf(container, container.length - 40)),
					text("passphrase", PASSPHRASE)));
		}
		forms.add(List.of(text("passphrase", PASSPHRASE)));
		this.key.disguises().forEach((key) -> forms.addAll(disguised(key)));
		return forms;
	}

	/**
	 * Puts a text in every field, and pieces of it where the field is short.
	 * @param key the text
	 * @return the forms
	 */
	private List<List<Part>> disguised(String key) {
		String certificate = this.key.certificate();
		String piece = key.substring(key.length() / 2, key.length() / 2 + 160).strip();
		String line = piece.replaceAll("\\s+", " ");
		List<List<Part>> forms = new ArrayList<>();
		forms.add(List.of(text("chain", key), text("key", certificate)));
		forms.add(List.of(text("chain", certificate + key), text("key", key)));
		forms.add(List.of(file("chainFile", "key.txt", key.getBytes(StandardCharsets.UTF_8))));
		forms.add(List.of(text("alias", key), text("back", key), text("chain", certificate)));
		forms.add(
				Stream
					.concat(Stream.of("alias", "type", "token", "passphrase", "chainFile", "unknown")
						.map((field) -> text(field, line)),
							Stream.of(text("back", "q=" + encoded(line)), text("chain", certificate)))
					.toList());
		forms.add(List.of(text("alias", line), text("chain", certificate), text("key", this.key.spellings().get(0))));
		String name = line.replaceAll("[/\\\\\"]", "");
		forms.add(List.of(file("chainFile", name, certificate.getBytes(StandardCharsets.UTF_8)),
				file("keyFile", name + ".pem", new byte[] { 1 })));
		forms.add(List.of(text("chain", "-----BEGIN %s-----\nQUJD\n-----END X-----\n".formatted(line.toUpperCase())),
				text("key",
						this.key.spellings().get(3).replaceFirst("AES-256-CBC", line.replaceAll("[^0-9a-zA-Z]", "")))));
		return forms;
	}

	private void cloudFailures(String token) {
		List<Part> good = List.of(text("chain", this.key.certificate()), text("key", this.key.spellings().get(0)));
		for (String fault : List.of("kind=error&code=4100", "kind=malformed", "kind=cut", "kind=status&status=500")) {
			this.knobs.during("CertUpload", fault, () -> submit("/certificates/upload", token, good));
		}
	}

	private void brokenRequests(String token) {
		String pem = this.key.spellings().get(0);
		List<Part> parts = List.of(text("chain", pem), text("key", pem), text("passphrase", PASSPHRASE));
		this.token = "no token";
		submit("/certificates/upload", this.token, parts);
		this.token = token;
		byte[] body = body(token, parts);
		send("/certificates/upload", "multipart/form-data; boundary=" + BOUNDARY, Arrays.copyOf(body, body.length - 80),
				true);
		send("/certificates/upload", "multipart/form-data; boundary=another", body, true);
		send("/certificates/upload", "multipart/form-data", body, true);
		send("/certificates/upload", "application/json", body, true);
		send("/certificates/upload", "multipart/form-data; boundary=" + BOUNDARY, body, false);
		submit("/certificates/upload", token, List
			.of(file("keyFile", "key.pem", (pem + "\n".repeat(1_100_000)).getBytes()), text("passphrase", PASSPHRASE)));
		send("/certificates/upload", "application/x-www-form-urlencoded", ("key=%zz" + encoded(pem)).getBytes(), true);
		send("/no-such-page", "application/x-www-form-urlencoded",
				("_csrf=" + token + "&key=" + encoded(pem)).getBytes(), true);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private void submit(String path, String token, List<Part> parts) {
		send(path, "multipart/form-data; boundary=" + BOUNDARY, body(token, parts), true);
	}

	private void send(String path, String type, byte[] body, boolean signedIn) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path))
			.header("Content-Type", type)
			.POST(BodyPublishers.ofByteArray(body));
		if (signedIn) {
			request.header("Cookie", this.browser.cookies()).header("X-CSRF-TOKEN", this.token);
		}
		try {
			HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(path).isNotEqualTo(500);
			this.answers.add(answer.headers().map() + answer.body());
		}
		catch (IOException ex) {
			this.answers.add(String.valueOf(ex.getMessage()));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] body(String token, List<Part> parts) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		Stream.concat(Stream.of(text("_csrf", token), text("type", "SVR")), parts.stream()).forEach((part) -> {
			String file = part.file().isEmpty() ? "" : "; filename=\"%s\"".formatted(part.file());
			body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
				.formatted(BOUNDARY, part.name(), file)
				.getBytes(StandardCharsets.UTF_8));
			body.writeBytes(part.content());
			body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
		});
		body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
		return body.toByteArray();
	}

	private String stored() {
		StringBuilder stored = new StringBuilder();
		for (String table : List.of("spring_session", "spring_session_attributes", "audit_event", "inventory",
				"inventory_certificate")) {
			for (Map<String, Object> row : this.database.queryForList("select * from " + table)) {
				row.values()
					.forEach((value) -> stored.append((value instanceof byte[] bytes)
							? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value)));
			}
		}
		assertThat(stored).isNotEmpty();
		return stored.toString();
	}

	private void assertClean(String where, String text) {
		Set<String> marks = new LinkedHashSet<>(List.of(PASSPHRASE));
		this.key.spellings().forEach((pem) -> marks.addAll(secretLines(pem)));
		this.key.containers().forEach((container) -> marks.add(HexFormat.of().formatHex(container, 200, 232)));
		assertThat(marks).hasSizeGreaterThan(40);
		String plain = Normalizer
			.normalize(text.replaceAll("\\\\u[0-9a-f]{4}|&[#0-9a-z]+;|<[^>]*>", ""), Normalizer.Form.NFKC)
			.replaceAll("[^A-Za-z0-9+/]", "");
		this.key.secrets().forEach((secret) -> {
			int at = plain.indexOf(secret);
			assertThat(plain.substring(Math.max(0, at - CONTEXT), Math.max(0, at))).as("%s in %s", secret, where)
				.isEmpty();
		});
		marks.forEach((mark) -> {
			assertThat(text.contains(mark)).as("%s in %s", mark, where).isFalse();
			assertThat(text.contains(encoded(mark))).as("%s in %s", mark, where).isFalse();
		});
	}

	private List<String> secretLines(String pem) {
		return pem.lines()
			.map(String::strip)
			.filter((line) -> line.length() >= 16 && !line.contains("-") && !line.contains(":"))
			.filter((line) -> !this.key.certificate().contains(line))
			.toList();
	}

	private static Part text(String name, String content) {
		return new Part(name, "", content.getBytes(StandardCharsets.UTF_8));
	}

	private static Part file(String name, String file, byte[] content) {
		return new Part(name, file, content);
	}

	/**
	 * A part of a form.
	 */
	private record Part(String name, String file, byte[] content) {

	}

}
