package dev.certdeck;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No body is waited for, let alone read, before its sender may send it and its token is
 * known. Each request here announces a body of which little or nothing ever comes.
 */
@SandboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormGateTests {

	private static final String FILES = "Content-Type: multipart/form-data; boundary=x";

	private static final String FIELDS = "Content-Type: application/x-www-form-urlencoded";

	private static final String LONG = "Content-Length: 4800000";

	private static final String PIECES = "Transfer-Encoding: chunked";

	private static final byte[] BEGINNING = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	private PlainBrowser operator;

	private PlainBrowser viewer;

	private int port;

	@BeforeAll
	void signIn(@LocalServerPort int port) {
		this.port = port;
		this.operator = new PlainBrowser(port);
		this.operator.signIn("operator");
		this.viewer = new PlainBrowser(port);
		this.viewer.signIn("viewer");
	}

	@AfterAll
	void close() {
		this.operator.close();
		this.viewer.close();
	}

	@Test
	void formStaysInMemory(@Autowired MultipartProperties multipart) {
		assertThat(multipart.getFileSizeThreshold()).isGreaterThanOrEqualTo(multipart.getMaxRequestSize());
	}

	static Stream<Arguments> strangersForms() {
		return Stream
			.of("POST /certificates/upload", "POST /certificates/upload/check", "POST /certificates/refresh",
					"POST /certificates/AbCdEf12/delete", "POST /sign-out", "POST /", "POST /no-such-page",
					"POST /error", "POST /denied", "POST /static/css/certdeck.css", "POST /login/oauth2/code/sso",
					"POST /oauth2/authorization/sso", "GET /certificates", "GET /signed-out", "GET /error",
					"GET /login/oauth2/code/sso?state=x", "HEAD /certificates", "PUT /certificates/upload",
					"PATCH /certificates", "DELETE /certificates/AbCdEf12", "OPTIONS /certificates/upload")
			.flatMap((line) -> Stream.of(FILES, FIELDS, "Content-Type: multipart/mixed; boundary=x", "Accept: */*")
				.flatMap((type) -> Stream.of(LONG, PIECES).map((length) -> Arguments.of(line, type, length))));
	}

	@ParameterizedTest
	@MethodSource("strangersForms")
	void bodyOfAStrangerIsNotWaitedFor(String line, String type, String length) {
		RawRequest request = new RawRequest(line + " HTTP/1.1", List.of(type, length));
		assertThat(request.status(this.port, length.equals(LONG) ? BEGINNING : new byte[0])).isBetween(200, 499);
	}

	@Test
	void formOfAStrangerToTheBackChannelIsSmall() {
		String path = "/logout/connect/back-channel/sso";
		assertThat(RawRequest.post(path, FIELDS, LONG).status(this.port, BEGINNING)).isEqualTo(413);
		assertThat(RawRequest.post(path, FILES, LONG).status(this.port, BEGINNING)).isEqualTo(400);
		assertThat(RawRequest.post(path, FIELDS, "Content-Length: 14").status(this.port, "logout_token=x".getBytes()))
			.isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/certificates/upload", "/certificates/upload/check" })
	void formWithFilesIsNotWaitedForWithoutItsToken(String path) {
		String other = path.equals("/certificates/upload") ? "/certificates/upload/check" : "/certificates/upload";
		for (String address : List.of(path, path + "?_form=", path + "?_form=%00", path + "?_form=AAAA",
				path + "?_form=" + "A".repeat(64), address(this.operator, other).replace(other, path))) {
			assertThat(RawRequest.post(address, FILES, LONG, "Cookie: " + this.operator.cookies())
				.status(this.port, BEGINNING)).as(address).isEqualTo(403);
		}
	}

	@Test
	void tokenIsWorthNothingInAnotherSessionOrWithoutTheRole() {
		String address = address(this.operator, "/certificates/upload");
		assertThat(RawRequest.post(address, FILES, LONG).status(this.port, BEGINNING)).isEqualTo(403);
		assertThat(
				RawRequest.post(address, FILES, LONG, "Cookie: " + this.viewer.cookies()).status(this.port, BEGINNING))
			.isEqualTo(403);
		try (PlainBrowser second = new PlainBrowser(this.port)) {
			second.signIn("operator");
			assertThat(
					RawRequest.post(address, FILES, LONG, "Cookie: " + second.cookies()).status(this.port, BEGINNING))
				.isEqualTo(403);
		}
	}

	@Test
	void formThatABrowserSaysAnotherSiteSentIsRefused() {
		RawRequest request = RawRequest.post(address(this.operator, "/certificates/upload"), FILES, LONG,
				"Cookie: " + this.operator.cookies());
		for (String site : List.of("cross-site", "same-site")) {
			assertThat(request.with("Sec-Fetch-Site: " + site).status(this.port, BEGINNING)).isEqualTo(403);
		}
	}

	@Test
	void rolesAreAskedForBeforeTheFormIsRead() {
		String token = this.viewer.csrfToken();
		String cookie = "Cookie: " + this.viewer.cookies();
		for (String path : List.of("/certificates/upload", "/certificates/upload/check",
				"/certificates/AbCdEf12/delete")) {
			assertThat(RawRequest.post(path, FIELDS, "Content-Length: 60000", cookie).status(this.port, BEGINNING))
				.isEqualTo(403);
			assertThat(
					RawRequest.post(path, FILES, LONG, cookie, "X-CSRF-TOKEN: " + token).status(this.port, BEGINNING))
				.isEqualTo(403);
		}
	}

	@Test
	void formThatIsTooLargeOrDoesNotSayHowLargeIsRefusedUnread() {
		String cookie = "Cookie: " + this.operator.cookies();
		String upload = address(this.operator, "/certificates/upload");
		assertThat(RawRequest.post(upload, FILES, "Content-Length: 6000000", cookie).status(this.port, BEGINNING))
			.isEqualTo(413);
		assertThat(RawRequest.post(upload, FILES, PIECES, cookie).status(this.port, new byte[0])).isEqualTo(411);
		for (String path : List.of("/certificates/refresh", "/certificates/AbCdEf12/delete", "/certificates/upload")) {
			assertThat(RawRequest.post(path, FIELDS, LONG, cookie).status(this.port, BEGINNING)).isEqualTo(413);
			assertThat(RawRequest.post(path, FIELDS, PIECES, cookie).status(this.port, new byte[0])).isEqualTo(411);
		}
	}

	@Test
	void formsAreReadThatBringTheirToken() {
		String cookie = "Cookie: " + this.operator.cookies();
		byte[] form = ("--x\r\nContent-Disposition: form-data; name=\"chain\"\r\n\r\nhello\r\n--x--\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		assertThat(RawRequest
			.post(address(this.operator, "/certificates/upload/check"), FILES, "Content-Length: " + form.length, cookie,
					"Connection: close")
			.answer(this.port, form)).startsWith("HTTP/1.1 200").contains("data-code=\"not-pem\"");
		byte[] fields = ("chain=hello&_csrf=" + URLEncoder.encode(this.operator.csrfToken(), StandardCharsets.UTF_8))
			.getBytes();
		assertThat(RawRequest
			.post("/certificates/upload/check", FIELDS, "Content-Length: " + fields.length, cookie, "Connection: close")
			.answer(this.port, fields)).startsWith("HTTP/1.1 200").contains("data-code=\"not-pem\"");
	}

	@Test
	void answerIsReadByWhomSentMoreThanIsTaken() {
		byte[] large = new byte[9_000_000];
		String answer = RawRequest.post("/certificates/upload", FILES, "Content-Length: " + large.length)
			.answer(this.port, large);
		assertThat(answer).startsWith("HTTP/1.1 403").contains("This form is too old", "</html>");
	}

	@Test
	void strangerWhoSendsFormsGetsNoSession(@Autowired JdbcTemplate database) {
		String sessions = "select count(*) from spring_session";
		Long before = database.queryForObject(sessions, Long.class);
		for (String path : List.of("/certificates/upload", "/certificates/refresh", "/sign-out", "/no-such-page")) {
			assertThat(RawRequest.post(path, FIELDS, "Content-Length: 0").status(this.port, new byte[0]))
				.isEqualTo(403);
		}
		assertThat(database.queryForObject(sessions, Long.class)).isLessThanOrEqualTo(before);
	}

	private static String address(PlainBrowser browser, String path) {
		HtmlPage page = browser.open("/certificates/upload");
		return page.querySelectorAll("[action], [formaction]")
			.stream()
			.map(DomElement.class::cast)
			.flatMap((element) -> Stream.of(element.getAttribute("action"), element.getAttribute("formaction")))
			.filter((address) -> address.startsWith(path + "?"))
			.findFirst()
			.orElseThrow();
	}

}
