package dev.certdeck;

import java.time.Clock;

import dev.certdeck.certificate.DeletionPolicy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Configures beans that several rooms need.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeletionProperties.class)
class ApplicationConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	DeletionPolicy deletionPolicy(DeletionProperties properties) {
		return new DeletionPolicy(properties.cancelledDeletable());
	}

	@Bean
	StartMessage startMessage() {
		return new StartMessage();
	}

	@Bean
	static RequiredSettings requiredSettings(Environment environment) {
		return new RequiredSettings(environment);
	}

	@Bean
	static SandboxSettings sandboxSettings(Environment environment) {
		return new SandboxSettings(environment);
	}

}
