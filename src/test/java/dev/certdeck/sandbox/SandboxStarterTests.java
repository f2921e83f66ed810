package dev.certdeck.sandbox;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

import dev.certdeck.Ports;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The sandbox and the life of the application that it serves.
 */
class SandboxStarterTests {

	@Test
	void doesNothingWithoutItsProfile() {
		try (ConfigurableApplicationContext dashboard = application(Empty.class).run()) {
			assertThat(dashboard.getEnvironment().getProperty("certdeck.sandbox.url")).isNull();
		}
	}

	@Test
	void startsWithTheSettingsOfTheDashboardAndEndsWithIt() throws Exception {
		String url;
		try (ConfigurableApplicationContext dashboard = application(Empty.class).profiles("sandbox")
			.run("--certdeck.sandbox.port=0", "--certdeck.sandbox.certificates=7", "--server.port=1",
					"--server.servlet.context-path=/dashboard")) {
			url = dashboard.getEnvironment().getRequiredProperty("certdeck.sandbox.url");
			assertThat(url).matches("http://localhost:\\d+");
			assertThat(new TestCall(url, "CertGetList").get().at("/data/totalNum").asInt()).isEqualTo(7);
			assertThat(dashboard.getBeanNamesForType(Object.class))
				.noneMatch((name) -> dashboard.getType(name).getName().startsWith("dev.certdeck.sandbox.")
						&& dashboard.getType(name) != Empty.class);
		}
		assertNothingListens(URI.create(url).getPort());
	}

	@Test
	void endsWhenTheDashboardFailsToStart() throws Exception {
		int port = Ports.free();
		assertThatExceptionOfType(Exception.class).isThrownBy(
				() -> application(Failing.class).profiles("sandbox").run("--certdeck.sandbox.port=" + port).close());
		assertNothingListens(port);
	}

	@Test
	void saysPlainlyThatItsPortIsTaken() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			SpringApplication dashboard = application(Empty.class).profiles("sandbox").application();
			assertThatExceptionOfType(PortInUseException.class)
				.isThrownBy(() -> dashboard.run("--certdeck.sandbox.port=" + taken.getLocalPort()))
				.satisfies((ex) -> assertThat(ex.getPort()).isEqualTo(taken.getLocalPort()));
		}
	}

	@Test
	void scanOfTheDashboardFindsNothing() {
		assertThat(
				new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents("dev.certdeck.sandbox"))
			.isEmpty();
	}

	private static SpringApplicationBuilder application(Class<?> source) {
		return new SpringApplicationBuilder(source).web(WebApplicationType.NONE)
			.properties("spring.config.name=none")
			.logStartupInfo(false);
	}

	private static void assertNothingListens(int port) {
		assertThatExceptionOfType(ConnectException.class)
			.isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
	}

	static class Empty {

	}

	static class Failing {

		@Bean
		String broken() {
			throw new IllegalStateException("broken on purpose");
		}

	}

}
