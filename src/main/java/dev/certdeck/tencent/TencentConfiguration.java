package dev.certdeck.tencent;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import dev.certdeck.certificate.AccountKey;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Beans that the adapters of both APIs share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CallLimits.class, CredentialsProperties.class, EndpointProperties.class,
		TencentProperties.class })
class TencentConfiguration {

	@Bean
	Buckets buckets(AccountKey account, ObjectProvider<DataSource> database,
			@Value("${spring.datasource.url:}") String url) {
		Buckets own = new LocalBuckets(TimeMeter.SYSTEM_NANOTIME);
		if (!url.startsWith("jdbc:postgresql:")) {
			return own;
		}
		DataSource shared = new ImpatientDataSource(database.getObject());
		JdbcClient sql = JdbcClient.create(shared);
		DatabaseClock clock = new DatabaseClock(
				() -> sql.sql("select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)")
					.query(Long.class)
					.single(),
				System::nanoTime);
		return new FallbackBuckets(new DatabaseBuckets(shared, account, clock), own, System::nanoTime);
	}

	@Bean
	CloudCalls cloudCalls(CallLimits limits, TencentProperties properties, Buckets buckets, MeterRegistry registry) {
		Map<String, Integer> perMinute = Map.of("DescribeCdnHosts", properties.cdn().requestsPerMinute());
		Quota quota = new Quota(limits.requestsPerSecond(), perMinute, limits.backgroundShare());
		RateLimiter rateLimiter = new RateLimiter(quota, buckets, BlockingStrategy.PARKING);
		Turns turns = new Turns(rateLimiter, new BackgroundBrake(System::nanoTime), BlockingStrategy.PARKING);
		return new CloudCalls(limits, turns, new CallMetrics(registry));
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
