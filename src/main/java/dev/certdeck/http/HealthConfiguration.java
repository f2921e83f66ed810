package dev.certdeck.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Configures the health of the pages' port.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final AtomicInteger port = new AtomicInteger();

	@EventListener
	void started(ServletWebServerInitializedEvent event) {
		if (event.getApplicationContext().getServerNamespace() == null) {
			this.port.set(event.getWebServer().getPort());
		}
	}

	@Bean
	PortHealth port(ServerProperties server) {
		return new PortHealth(server.getAddress(), this.port::get, TIMEOUT);
	}

}
