package dev.certdeck.web;

import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures the limits of requests that wait for the cloud.
 */
@Configuration(proxyBeanMethods = false)
class CloudWaitsConfiguration implements WebMvcConfigurer {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final CloudWaits waits = new CloudWaits(PATIENCE);

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.waits);
	}

}
