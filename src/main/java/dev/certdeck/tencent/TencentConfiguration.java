package dev.certdeck.tencent;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Beans that the adapters of both APIs share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CallLimits.class, CredentialsProperties.class, EndpointProperties.class,
		TencentProperties.class })
class TencentConfiguration {

	@Bean
	CloudCalls cloudCalls(CallLimits limits, TencentProperties properties, MeterRegistry registry) {
		Map<String, Integer> perMinute = Map.of("DescribeCdnHosts", properties.cdn().requestsPerMinute());
		return new CloudCalls(limits, perMinute, new CallMetrics(registry));
	}

	@Bean
	Parallel parallel(TencentProperties properties) {
		return new Parallel(properties.parallelism());
	}

	// A refresh must not wait for a search of many load balancers.
	@Bean
	Parallel pageReaders(TencentProperties properties) {
		return new Parallel(properties.parallelism());
	}

}
