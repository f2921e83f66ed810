package dev.certdeck.container;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

import com.github.dockerjava.api.DockerClient;
import dev.certdeck.PlainBrowser;
import dev.certdeck.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people see while PostgreSQL answers nothing, and afterwards.
 */
@ContainerTest
@Timeout(300)
class PostgresAwayTests {

	private static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(5);

	private final HttpClient http = HttpClient.newHttpClient();

	private final PostgreSQLContainer server = new PostgreSQLContainer("postgres:17");

	private Sandbox sandbox;

	private Replica replica;

	@BeforeAll
	void start() {
		this.server.start();
		this.sandbox = Sandbox.start(Map.of("certificates", "20"));
		this.replica = Replica.start(this.sandbox,
				new Postgres(this.server.getJdbcUrl(), this.server.getUsername(), this.server.getPassword()));
	}

	@AfterAll
	void close() {
		this.replica.close();
		this.sandbox.close();
		this.server.close();
	}

	@Test
	void nobodyWaitsForADatabaseThatIsKnownToBeAway() throws Exception {
		DockerClient docker = DockerClientFactory.instance().client();
		try (PlainBrowser browser = new PlainBrowser("")) {
			browser.turnTo(this.replica.url());
			browser.signIn("operator");
			String cookies = browser.cookies();
			Thread.sleep(1000);
			docker.pauseContainerCmd(this.server.getContainerId()).exec();
			try {
				until(() -> isQuick(() -> status("/certificates", cookies) == 503));
				assertThat(isQuick(() -> status("/static/css/certdeck.css", cookies) == 200)).isTrue();
				assertThat(isQuick(() -> status("/certificates", "") == 503)).isTrue();
			}
			finally {
				docker.unpauseContainerCmd(this.server.getContainerId()).exec();
			}
			until(() -> status("/certificates", cookies) == 200);
		}
	}

	private static boolean isQuick(Callable<Boolean> request) throws Exception {
		long start = System.nanoTime();
		return request.call() && System.nanoTime() - start < WAIT_FOR_A_CONNECTION.toNanos();
	}

	private int status(String path, String cookies) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.replica.url() + path));
		if (!cookies.isEmpty()) {
			request.header("Cookie", cookies);
		}
		HttpResponse<Void> answer = this.http.send(request.build(), BodyHandlers.discarding());
		return answer.statusCode();
	}

	private static void until(Callable<Boolean> state) throws Exception {
		while (!state.call()) {
			Thread.sleep(200);
		}
	}

}
