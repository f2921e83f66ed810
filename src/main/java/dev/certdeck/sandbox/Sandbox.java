package dev.certdeck.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.certdeck.sandbox.gateway.Account;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * A running sandbox: a web server of its own, on the loopback interface unless another
 * address is set, which reads no setting but those it is given.
 */
public final class Sandbox implements AutoCloseable {

	private final InetAddress address;

	private final AnnotationConfigServletWebServerApplicationContext context;

	private Sandbox(InetAddress address, AnnotationConfigServletWebServerApplicationContext context) {
		this.address = address;
		this.context = context;
	}

	/**
	 * Starts a sandbox.
	 * @param binder binds its settings
	 * @param clock tells the time
	 * @return the sandbox, listening
	 * @throws PortInUseException if something else listens on its port
	 */
	public static Sandbox start(Binder binder, Clock clock) {
		SandboxProperties.Server server = bind(binder, SandboxProperties.Server.class);
		checkPort(server.address(), server.port());
		AnnotationConfigServletWebServerApplicationContext context = new AnnotationConfigServletWebServerApplicationContext();
		context.setDisplayName("sandbox");
		context.setEnvironment(new ServerEnvironment(server.address(), server.port()));
		Stream
			.of(Account.class, SandboxProperties.Server.class, SandboxProperties.Store.class,
					SandboxProperties.Behaviour.class)
			.map((type) -> bind(binder, type))
			.forEach((part) -> context.getBeanFactory().registerSingleton(part.getClass().getName(), part));
		context.registerBean(Clock.class, () -> clock);
		context.register(SandboxConfiguration.class);
		context.refresh();
		return new Sandbox(server.address(), context);
	}

	private static <T> T bind(Binder binder, Class<T> type) {
		return binder.bindOrCreate(SandboxProperties.PREFIX, type);
	}

	private static void checkPort(InetAddress address, int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(address, port));
		}
		catch (IOException ex) {
			throw new PortInUseException(port, ex);
		}
	}

	/**
	 * Starts a sandbox on any free port with the temper {@code ideal}, unless others are
	 * given.
	 * @param properties its settings by the names that follow the prefix
	 * {@value SandboxProperties#PREFIX}
	 * @return the sandbox, listening
	 */
	public static Sandbox start(Map<String, String> properties) {
		Map<String, String> settings = new HashMap<>(
				Map.of(SandboxProperties.PREFIX + ".port", "0", SandboxProperties.PREFIX + ".temper", "ideal"));
		properties.forEach((name, value) -> settings.put(SandboxProperties.PREFIX + "." + name, value));
		return start(new Binder(new MapConfigurationPropertySource(settings)), Clock.systemUTC());
	}

	/**
	 * Returns the URL of the sandbox on this machine.
	 * @return the URL, without a slash at the end
	 */
	public String url() {
		boolean local = this.address.isLoopbackAddress() || this.address.isAnyLocalAddress();
		return "http://%s:%d".formatted(local ? "localhost" : this.address.getHostAddress(), port());
	}

	/**
	 * Returns the port on which the sandbox listens.
	 * @return the port
	 */
	public int port() {
		return Objects.requireNonNull(this.context.getWebServer()).getPort();
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * An environment without environment variables and system properties.
	 */
	private static final class ServerEnvironment extends StandardEnvironment {

		ServerEnvironment(InetAddress address, int port) {
			getPropertySources().addFirst(new MapPropertySource("sandbox",
					Map.of("server.port", port, "server.address", address.getHostAddress(), "server.shutdown",
							"immediate", "server.servlet.session.cookie.name", "CERTDECK_SANDBOX",
							"server.servlet.session.cookie.http-only", true, "server.servlet.session.cookie.same-site",
							"lax", "server.tomcat.max-swallow-size", "50MB", "server.tomcat.max-http-form-post-size",
							"64KB")));
		}

		@Override
		protected void customizePropertySources(MutablePropertySources propertySources) {
		}

	}

}
