package dev.certdeck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import org.htmlunit.html.DomElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that are no HTTP, or not quite, and hold a private key where no key belongs:
 * nothing of it is found in the log, at whatever level, nor in an answer or the database.
 */
@LongTest
@SandboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenRequestMarkerTests {

	private static final String PASSPHRASE = "Marker-77aa10-Passphrase";

	private static final String FIELDS = "Content-Type: application/x-www-form-urlencoded\r\n";

	private final MarkedKey key = MarkedKey.create(PASSPHRASE);

	private final List<String> answers = new ArrayList<>();

	private PlainBrowser browser;

	private int port;

	@Autowired
	private JdbcTemplate database;

	@BeforeAll
	void signIn(@LocalServerPort int port) {
		this.port = port;
		this.browser = new PlainBrowser(port);
		this.browser.signIn("operator");
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "INFO", "DEBUG", "TRACE" })
	void nothingOfAKeyIsFoundAfterABrokenRequest(LogLevel level) {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
		Appender<ILoggingEvent> console = root.getAppender("CONSOLE");
		ByteArrayOutputStream log = new ByteArrayOutputStream();
		Appender<ILoggingEvent> appender = appender(root, log);
		List<String> wide = List.of(LoggingSystem.ROOT_LOGGER_NAME, "org.apache", "org.apache.coyote.http11",
				"org.apache.tomcat.util.http.Parameters", "dev.certdeck");
		String upload = this.browser.open("/certificates/upload")
			.<DomElement>querySelector("form[enctype]")
			.getAttribute("action");
		wide.forEach((name) -> logging.setLogLevel(name, level));
		List.of("org.htmlunit", "jdk.internal").forEach((name) -> logging.setLogLevel(name, LogLevel.OFF));
		root.addAppender(appender);
		root.detachAppender(console);
		try {
			requests(upload).forEach(this::send);
		}
		finally {
			wide.forEach((name) -> logging.setLogLevel(name, LogLevel.INFO));
			root.addAppender(console);
			root.detachAppender(appender);
		}
		assertClean("the log", log.toString(StandardCharsets.UTF_8));
		assertClean("the answers", String.join("\n", this.answers));
		assertClean("the sessions and the audit trail", stored());
	}

	private static Appender<ILoggingEvent> appender(Logger root, ByteArrayOutputStream log) {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(root.getLoggerContext());
		encoder.setPattern("%level %logger %X %kvp : %m%n%xEx");
		encoder.start();
		OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
		appender.setContext(root.getLoggerContext());
		appender.setEncoder(encoder);
		appender.setOutputStream(log);
		appender.start();
		return appender;
	}

	private List<String> requests(String upload) {
		String pem = this.key.spellings().get(0);
		String line = secretLine(pem);
		String encoded = URLEncoder.encode(pem, StandardCharsets.UTF_8);
		String host = "Host: localhost\r\nAccept: text/html\r\n";
		String cookie = "Cookie: " + this.browser.cookies() + "\r\n";
		String form = "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + pem + "\r\n"
				+ "--x\r\nContent-Disposition: form-data; name=\"passphrase\"\r\n\r\n" + PASSPHRASE + "\r\n--x--\r\n";
		String multipart = "Content-Type: multipart/form-data; boundary=x\r\n";
		List<String> requests = new ArrayList<>();
		for (String length : List.of("0", "5", "60", "200", "900")) {
			for (String path : List.of("/certificates/upload", upload)) {
				requests.add("POST " + path + " HTTP/1.1\r\n" + host + cookie + multipart + "Content-Length: " + length
						+ "\r\n\r\n" + form);
				requests.add("POST " + path + " HTTP/1.1\r\n" + host + cookie + FIELDS + "Content-Length: " + length
						+ "\r\n\r\nkey=" + pem + "&passphrase=" + PASSPHRASE);
			}
		}
		requests.add("POST /certificates/upload HTTP/1.1\r\n" + host + multipart + "\r\n" + form);
		requests.add(pem);
		requests.add(line + " / HTTP/1.1\r\n" + host + "\r\n");
		requests.add("GET " + line + " HTTP/1.1\r\n" + host + "\r\n");
		requests.add("GET / " + line + "\r\n" + host + "\r\n");
		requests.add("GET / HTTP/1.1\r\nHost: " + line + "\r\n\r\n");
		requests.add("GET / HTTP/1.1\r\nHost: a b " + line + "\r\n\r\n");
		requests.add("GET http://" + line + "/ HTTP/1.1\r\n" + host + "\r\n");
		for (String header : List.of(line + ": x", line, "X-Key: " + line + "\0", "X Key: " + line, ": " + line,
				"X-Key: x\r\n " + line, "Content-Length: " + line, "Transfer-Encoding: " + line, "Expect: " + line,
				"Content-Type: " + line, "Accept: " + line, "Accept-Language: " + line, "Range: bytes=" + line,
				"If-Modified-Since: " + line, "If-None-Match: " + line, "Origin: " + line, "Forwarded: for=" + line,
				"X-Forwarded-For: " + line, "X-Request-ID: " + line, "X-Key: " + line, "Authorization: Basic " + line,
				"Sec-Fetch-Site: " + line, "HX-Request: " + line, "Upgrade: " + line + "\r\nConnection: Upgrade",
				"Cookie: a=" + line + "\u0001", "Cookie: a=\"" + line, "Cookie: \u00e4=" + line,
				"Cookie: CERTDECK=" + line, "Cookie: " + line + "=a;;=" + line, "Cookie: CERTDECK-x=" + line)) {
			requests.add("GET /certificates HTTP/1.1\r\n" + host + header + "\r\n\r\n");
			requests.add("GET /certificates HTTP/1.1\r\n" + host + cookie + header + "\r\n\r\n");
		}
		for (String query : List.of("q=" + encoded, encoded, "q=%zz" + line, "q=%ff" + line, "key=" + encoded,
				"back=" + encoded, line + "=%", "q=" + line + "%00", "_csrf=" + line, "_form=" + line, "state=" + line,
				"host=" + line, "page=" + line, "status=" + line)) {
			for (String path : List.of("/certificates", "/certificates/upload", "/no-such-page", "/signed-out",
					"/login/oauth2/code/sso", "/oauth2/authorization/sso")) {
				requests.add("GET " + path + "?" + query + " HTTP/1.1\r\n" + host + "\r\n");
				requests.add("GET " + path + "?" + query + " HTTP/1.1\r\n" + host + cookie + "\r\n");
			}
			requests.add("POST /certificates/upload?" + query + " HTTP/1.1\r\n" + host + cookie + FIELDS
					+ "Content-Length: 5\r\n\r\nkey=1");
		}
		for (String piece : List.of(line, "zz" + line, "5;" + line, "5\r\n" + line, "0\r\n" + line + ": x", "-1")) {
			for (String path : List.of(upload, "/logout/connect/back-channel/sso", "/no-such-page")) {
				requests.add("POST " + path + " HTTP/1.1\r\n" + host + cookie + FIELDS
						+ "Transfer-Encoding: chunked\r\n\r\n" + piece + "\r\n\r\n");
			}
		}
		for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=" + line,
				"multipart/form-data; boundary=\"" + line, "multipart/form-data; boundary=y",
				"multipart/form-data; charset=" + line.substring(0, 20) + "; boundary=x", "text/plain",
				"application/x-www-form-urlencoded; charset=" + line, "application/json")) {
			requests.add("POST " + upload + " HTTP/1.1\r\n" + host + cookie + "Content-Type: " + type
					+ "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form);
		}
		requests.add("POST " + upload + " HTTP/1.1\r\n" + host + cookie + multipart + "Content-Length: 3000\r\n\r\n"
				+ "--x\r\n" + line + "\r\nContent-Disposition: form-data; name=\"" + line + "\"; filename=\"" + line
				+ "\0\"\r\n\r\nx\r\n--x--\r\n");
		for (String fields : List.of("logout_token=" + line, "key=%zz" + encoded, "&&=" + line, line)) {
			for (String path : List.of("/logout/connect/back-channel/sso", "/certificates/upload",
					"/certificates/refresh", "/certificates/AbCdEf12/delete", "/no-such-page")) {
				requests.add("POST " + path + " HTTP/1.1\r\n" + host + cookie + FIELDS + "Content-Length: "
						+ fields.length() + "\r\n\r\n" + fields);
			}
		}
		return requests;
	}

	private static String secretLine(String pem) {
		return pem.lines().skip(8).findFirst().orElseThrow();
	}

	private void send(String request) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(5000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!request.lines().findFirst().orElse("").contains("?")) {
				this.answers.add(answer);
			}
		}
		catch (SocketTimeoutException ex) {
			throw new UncheckedIOException(request, ex);
		}
		catch (IOException ex) {
			this.answers.add(String.valueOf(ex.getMessage()));
		}
	}

	private String stored() {
		StringBuilder stored = new StringBuilder();
		for (String table : List.of("spring_session", "spring_session_attributes", "audit_event")) {
			for (Map<String, Object> row : this.database.queryForList("select * from " + table)) {
				row.values()
					.forEach((value) -> stored.append((value instanceof byte[] bytes)
							? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value)));
			}
		}
		return stored.toString();
	}

	private void assertClean(String where, String text) {
		List<String> secrets = new ArrayList<>(List.of(PASSPHRASE));
		this.key.spellings()
			.get(0)
			.lines()
			.filter((line) -> line.length() > 30 && !line.contains("-"))
			.forEach((line) -> {
				secrets.add(line.substring(0, 24));
				secrets.add(URLEncoder.encode(line, StandardCharsets.UTF_8).substring(0, 24));
			});
		Set<String> found = new TreeSet<>();
		String speaker = "";
		for (String line : text.split("\n")) {
			speaker = line.matches("[A-Z]+ [a-z]\\w*\\..*") ? line.split(" ")[0] + " " + line.split(" ")[1] : speaker;
			if (secrets.stream().anyMatch(line::contains)) {
				found.add(speaker);
			}
		}
		assertThat(found).as(where).isEmpty();
	}

}
