package dev.certdeck.tencent;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/**
 * The room that talks to the cloud, built as the application builds it.
 */
public final class TencentRoom implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	/**
	 * Builds the room.
	 * @param api the dialect
	 * @param url where the sandbox listens
	 * @param settings further settings, by the names under {@code certdeck.tencent}
	 */
	public TencentRoom(String api, String url, Map<String, Object> settings) {
		Map<String, Object> properties = new LinkedHashMap<>(
				Map.of("api", api, "endpoint", url, "secret-id", "AKIDsandbox", "secret-key", "sandbox-secret-key",
						"requests-per-second", 1000, "cdn.requests-per-minute", 60000, "task.interval", "20ms"));
		properties.putAll(settings);
		Map<String, Object> named = new LinkedHashMap<>();
		properties.forEach((name, value) -> named.put("certdeck.tencent." + name, value));
		this.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", named));
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
		this.context.register(Room.class);
		this.context.refresh();
	}

	/**
	 * Returns the store.
	 * @return the store of the dialect
	 */
	public CertificateStore store() {
		return this.context.getBean(CertificateStore.class);
	}

	/**
	 * Returns the sources of bindings.
	 * @return the sources of the dialect
	 */
	public List<BindingSource> sources() {
		return this.context.getBeanProvider(BindingSource.class).orderedStream().toList();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan("dev.certdeck.tencent")
	static class Room {

	}

}
