package dev.certdeck.tencent;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import dev.certdeck.certificate.AccountKey;
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
	AccountKey accountKey(EndpointProperties endpoints, CredentialsProperties credentials) {
		String account = "%s %s %s".formatted(endpoints.api(), endpoints.locations().host("ssl"),
				credentials.account());
		return new AccountKey(UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)).toString());
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
