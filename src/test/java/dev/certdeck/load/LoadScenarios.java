package dev.certdeck.load;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.certdeck.PlainBrowser;
import dev.certdeck.RawRequest;
import dev.certdeck.SandboxKnobs;
import dev.certdeck.TestPair;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an attack, or a bad day, does to the packaged application. Not part of the build:
 * see the operations manual for how it is run. Each scenario prints its figures.
 */
class LoadScenarios {

	private static final String FILES = "Content-Type: multipart/form-data; boundary=x";

	private static final String FIELDS = "Content-Type: application/x-www-form-urlencoded";

	private static final byte[] FORM = form();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private final ExecutorService senders = Executors.newCachedThreadPool();

	private LoadServer server;

	private PlainBrowser operator;

	private String certificate;

	@BeforeEach
	void start() throws Exception {
		this.server = new LoadServer();
		this.operator = new PlainBrowser(this.server.url());
		this.certificate = this.operator.signIn("operator")
			.<HtmlAnchor>querySelector(".certs .name > a")
			.getHrefAttribute();
		say("started", this.server.figures());
	}

	@AfterEach
	void end() {
		this.operator.close();
		this.senders.shutdownNow();
		this.server.close();
	}

	/**
	 * 200 forms of 4.8 MB at a time: of strangers to several addresses, then of an
	 * operator with his token.
	 */
	@Test
	void forms() throws Exception {
		String cookie = "Cookie: " + this.operator.cookies();
		for (String address : List.of("/certificates/upload", "/", "/no-such-page", "/static/css/certdeck.css")) {
			together("strangers to " + address, 200,
					(number) -> RawRequest.post(address, FILES, length(FORM)).status(this.server.port(), FORM));
		}
		for (String path : List.of("/certificates/upload", "/certificates/upload/check")) {
			String address = action(path);
			together("operator to " + path, 200,
					(number) -> RawRequest.post(address, FILES, length(FORM), cookie).status(this.server.port(), FORM));
		}
		assertThat(this.server.isAlive()).isTrue();
		assertThat(this.server.health("liveness")).isEqualTo(200);
	}

	/**
	 * 3,000 forged forms and 1,000 failed sign-ins of strangers.
	 */
	@Test
	void flood() throws Exception {
		try (PlainBrowser admin = new PlainBrowser(this.server.url())) {
			admin.signIn("admin");
			long before = auditRows(admin);
			together("forged forms", 3000, (number) -> status("POST", "/certificates/refresh", "_csrf=x"));
			long between = auditRows(admin);
			together("failed sign-ins", 1000,
					(number) -> status("GET", "/login/oauth2/code/sso?code=x&state=" + number, ""));
			say("rows of the audit trail", (between - before) + " and " + (auditRows(admin) - between));
		}
	}

	/**
	 * 400 connections at a time whose bodies trickle.
	 */
	@Test
	void trickle() throws Exception {
		String cookie = "Cookie: " + this.operator.cookies();
		String pieces = "Transfer-Encoding: chunked";
		for (RawRequest request : List.of(RawRequest.post("/certificates/upload", FILES, "Content-Length: 4800000"),
				RawRequest.post("/certificates/upload", FILES, pieces),
				RawRequest.post("/logout/connect/back-channel/sso", FIELDS, "Content-Length: 60000"),
				RawRequest.post("/certificates/refresh", FIELDS, "Content-Length: 60000", cookie),
				RawRequest.post("/certificates/refresh", FIELDS, pieces, cookie),
				RawRequest.post(action("/certificates/upload"), FILES, "Content-Length: 4800000", cookie))) {
			List<Socket> connections = new ArrayList<>();
			for (int number = 0; number < 400; number++) {
				connections.add(request.open(this.server.port(), new byte[0]));
			}
			long slowest = 0;
			for (int second = 0; second < 15; second++) {
				connections.forEach(LoadScenarios::trickle);
				long start = System.nanoTime();
				assertThat(status("GET", "/certificates", "")).isEqualTo(200);
				slowest = Math.max(slowest, milliseconds(start));
				Thread.sleep(1000);
			}
			say("400 connections to " + request.line().replaceAll("\\?\\S*", ""), "slowest page " + slowest + " ms");
			for (Socket connection : connections) {
				connection.close();
			}
		}
		say("afterwards", this.server.figures());
	}

	/**
	 * Users who look, filter, check forms and refresh the list for some time
	 * ({@code load.minutes}, {@code load.users}) while the cloud fails now and then.
	 */
	@Test
	void soak() throws Exception {
		int users = Integer.getInteger("load.users", 50);
		Duration duration = Duration.ofMinutes(Integer.getInteger("load.minutes", 60));
		long deadline = System.nanoTime() + duration.toNanos();
		Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
		AtomicInteger foreign = new AtomicInteger();
		String csrf = this.operator.csrfToken();
		List<Future<?>> work = new ArrayList<>();
		for (int user = 0; user < users; user++) {
			work.add(this.senders.submit(() -> {
				while (System.nanoTime() < deadline) {
					HttpResponse<String> answer = use(csrf);
					statuses.computeIfAbsent(answer.statusCode(), (status) -> new AtomicInteger()).incrementAndGet();
					if (answer.statusCode() >= 400 && !answer.body().contains("<title>")) {
						foreign.incrementAndGet();
					}
					Thread.sleep(ThreadLocalRandom.current().nextInt(200, 1500));
				}
				return null;
			}));
		}
		SandboxKnobs knobs = new SandboxKnobs(this.server.sandboxUrl());
		List<String> faults = List.of("kind=error&code=4100", "kind=malformed", "kind=cut", "kind=status&status=500");
		for (int minute = 0; System.nanoTime() < deadline; minute++) {
			int turn = minute;
			knobs.during(
					List.of("CertGetList", "DescribeCdnHosts", "CertUpload", "GetCertListWithLoadBalancer",
							"CertDelete")
						.get(turn % 5),
					faults.get(turn % faults.size()), () -> pause(Duration.ofSeconds(20)));
			pause(Duration.ofSeconds(40));
			say("minute " + (minute + 1), this.server.figures() + ", answers " + statuses);
		}
		for (Future<?> user : work) {
			user.get();
		}
		assertThat(foreign).hasValue(0);
		assertThat(statuses.keySet()).isSubsetOf(200, 302, 303, 404, 409, 413, 422, 502, 503);
	}

	private HttpResponse<String> use(String csrf) throws IOException, InterruptedException {
		int turn = ThreadLocalRandom.current().nextInt(100);
		if (turn < 40) {
			return send("GET", "/certificates?page=" + turn % 8, "");
		}
		if (turn < 55) {
			return send("GET", "/certificates?q=shop&status=" + turn % 4, "");
		}
		if (turn < 70) {
			return send("GET", this.certificate, "");
		}
		if (turn < 80) {
			return send("GET", "/certificates/upload", "");
		}
		if (turn == 99) {
			return uploadAndDelete(csrf);
		}
		return send("POST", (turn < 90) ? "/certificates/upload/check" : "/certificates/refresh",
				"_csrf=" + csrf + "&chain=hello&type=SVR");
	}

	private HttpResponse<String> uploadAndDelete(String csrf) throws IOException, InterruptedException {
		TestPair pair = TestPair.create();
		HttpResponse<String> uploaded = send("POST", "/certificates/upload",
				"_csrf=%s&type=SVR&token=%s&chain=%s&key=%s".formatted(csrf, UUID.randomUUID(),
						encoded(pair.certificate()), encoded(pair.key())));
		Optional<String> page = uploaded.headers()
			.firstValue("Location")
			.map((url) -> URI.create(url).getPath())
			.filter((path) -> path.matches("/certificates/[A-Za-z0-9]{8}"));
		return page.isEmpty() ? uploaded : send("POST", page.get() + "/delete", "_csrf=" + csrf);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private void together(String what, int number, Step step) throws Exception {
		Map<Integer, Integer> statuses = new TreeMap<>();
		AtomicLong slowest = new AtomicLong();
		long start = System.nanoTime();
		List<Future<Integer>> answers = IntStream.range(0, number)
			.mapToObj((index) -> this.senders.submit(() -> step.status(index)))
			.toList();
		Future<?> looks = this.senders.submit(() -> {
			while (answers.stream().anyMatch((answer) -> !answer.isDone())) {
				long look = System.nanoTime();
				assertThat(status("GET", "/certificates", "")).isEqualTo(200);
				slowest.accumulateAndGet(milliseconds(look), Math::max);
				Thread.sleep(200);
			}
			return null;
		});
		for (Future<Integer> answer : answers) {
			statuses.merge(outcome(answer), 1, Integer::sum);
		}
		long end = milliseconds(start);
		looks.get();
		say(number + " " + what, "answers %s (0: cut) in %d ms, slowest page %d ms, after a collection %s"
			.formatted(statuses, end, slowest.get(), this.server.figures()));
	}

	private static int outcome(Future<Integer> answer) throws InterruptedException {
		try {
			return answer.get();
		}
		catch (ExecutionException ex) {
			return 0;
		}
	}

	private int status(String method, String path, String form) throws IOException, InterruptedException {
		return send(method, path, form).statusCode();
	}

	private HttpResponse<String> send(String method, String path, String form)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server.url() + path))
			.timeout(Duration.ofSeconds(90))
			.header("Accept", "text/html");
		if (!form.equals("_csrf=x") && !path.startsWith("/login")) {
			request.header("Cookie", this.operator.cookies());
		}
		if (method.equals("POST")) {
			request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
		}
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private long auditRows(PlainBrowser admin) throws IOException, InterruptedException {
		return this.http
			.send(HttpRequest.newBuilder(URI.create(this.server.url() + "/audit.csv"))
				.header("Cookie", admin.cookies())
				.build(), BodyHandlers.ofString())
			.body()
			.lines()
			.count();
	}

	private String action(String path) {
		return this.operator.open("/certificates/upload")
			.querySelectorAll("[action^='%1$s?'], [formaction^='%1$s?']".formatted(path))
			.stream()
			.map(DomElement.class::cast)
			.map((element) -> element.hasAttribute("formaction") ? element.getAttribute("formaction")
					: element.getAttribute("action"))
			.findFirst()
			.orElseThrow();
	}

	private static String length(byte[] body) {
		return "Content-Length: " + body.length;
	}

	private static byte[] form() {
		StringBuilder form = new StringBuilder();
		for (int file = 0; file < 5; file++) {
			form.append("--x\r\nContent-Disposition: form-data; name=\"chainFile\"; filename=\"f.pem\"\r\n\r\n")
				.append("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCugK2HC0poAxgk\n".repeat(14_700))
				.append("\r\n");
		}
		return form.append("--x--\r\n").toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static void trickle(Socket connection) {
		try {
			connection.getOutputStream().write('1');
		}
		catch (IOException ex) {
			// It was given up.
		}
	}

	private static long milliseconds(long since) {
		return Duration.ofNanos(System.nanoTime() - since).toMillis();
	}

	private static void pause(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void say(String what, Object figures) {
		System.out.println(what + ": " + figures);
	}

	private interface Step {

		int status(int number) throws Exception;

	}

}
