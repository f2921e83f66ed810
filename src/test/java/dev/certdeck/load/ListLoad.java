package dev.certdeck.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.certdeck.PlainBrowser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists of the packaged application, or of another one, asked for by 8 and by 50 sessions
 * at a time. Not part of the build: see the operations manual for how it is run. It
 * prints its figures.
 */
class ListLoad {

	private static final String PATHS = "/certificates /certificates?plan=PAID&sort=authority&size=20 "
			+ "/certificates?host=www.example.com /certificates?deletable=yes";

	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("load.warm-up", 20));

	private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("load.seconds", 20));

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Test
	void lists() throws Exception {
		String other = System.getProperty("load.url", "");
		if (!other.isEmpty()) {
			measure(other, IntStream.range(0, 50).mapToObj((number) -> "").toList());
			return;
		}
		try (LoadServer server = new LoadServer()) {
			List<String> sessions = new ArrayList<>();
			for (int number = 0; number < 50; number++) {
				try (PlainBrowser browser = new PlainBrowser(server.url())) {
					browser.signIn("operator");
					sessions.add(browser.cookies());
				}
			}
			measure(server.url(), sessions);
			System.out.println(server.figures());
		}
	}

	private void measure(String url, List<String> sessions) throws Exception {
		for (String path : System.getProperty("load.paths", PATHS).split(" ")) {
			during(url + path, sessions, WARM_UP);
			for (int number : List.of(8, 50)) {
				long[] nanos = during(url + path, sessions.subList(0, number), TIME);
				System.out.println("%-50s %2d sessions: %5d a second, p50 %5.1f ms, p99 %6.1f ms".formatted(path,
						number, nanos.length / TIME.toSeconds(), nanos[nanos.length / 2] / 1e6,
						nanos[nanos.length * 99 / 100] / 1e6));
			}
		}
	}

	private long[] during(String url, List<String> sessions, Duration time) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(sessions.size());
		try {
			long end = System.nanoTime() + time.toNanos();
			List<Future<List<Long>>> all = people.invokeAll(
					sessions.stream().<Callable<List<Long>>>map((session) -> () -> ask(url, session, end)).toList());
			List<Long> nanos = new ArrayList<>();
			for (Future<List<Long>> one : all) {
				nanos.addAll(one.get());
			}
			long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
			Arrays.sort(sorted);
			return sorted;
		}
		finally {
			people.shutdown();
		}
	}

	private List<Long> ask(String url, String session, long end) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.header("Cookie", session.isEmpty() ? "none=none" : session)
			.header("Accept", "text/html")
			.build();
		List<Long> nanos = new ArrayList<>();
		long start = System.nanoTime();
		while (start < end) {
			assertThat(this.http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
			long now = System.nanoTime();
			nanos.add(now - start);
			start = now;
		}
		return nanos;
	}

}
