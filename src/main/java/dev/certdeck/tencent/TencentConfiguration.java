package dev.certdeck.tencent;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the adapters of all dialects share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TencentProperties.class)
class TencentConfiguration {

	@Bean
	CloudCalls cloudCalls(TencentProperties properties, MeterRegistry registry) {
		return new CloudCalls(properties.limits(), new CallMetrics(registry));
	}

	@Bean
	Parallel parallel(TencentProperties properties) {
		return new Parallel(properties.parallelism());
	}

	// Threads of its own: a refresh must not wait behind a look at many load balancers.
	@Bean
	Parallel pageReaders(TencentProperties properties) {
		return new Parallel(properties.parallelism());
	}

}
