package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.web.Times;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the inventory.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ InventoryProperties.class, MetricsProperties.class })
class InventoryConfiguration {

	@Bean(destroyMethod = "shutdownNow")
	ExecutorService pageReaders(InventoryProperties properties) {
		return Executors.newFixedThreadPool(properties.parallelism(), (task) -> new Thread(task, "page-reader"));
	}

	@Bean
	Inventory inventory(CertificateStore store, ObjectProvider<BindingSource> sources, ExecutorService pageReaders,
			InventoryProperties properties, Clock clock, ObjectProvider<InventoryObserver> observers) {
		CertificateScan scan = new CertificateScan(store, pageReaders,
				Objects.requireNonNullElse(properties.pageSize(), store.largestPage()));
		UsageLookup usages = new UsageLookup(sources.orderedStream().toList(), clock);
		return new Inventory(store, scan, usages, properties.refreshInterval(), clock,
				observers.orderedStream().toList());
	}

	@Bean
	CloudHealth tencentHealthIndicator(Clock clock) {
		return new CloudHealth(clock);
	}

	@Bean
	InventoryMetrics inventoryMetrics(MeterRegistry registry, MetricsProperties properties, Clock clock) {
		return new InventoryMetrics(registry, properties.certificates(), clock);
	}

	@Bean
	OwnWrites ownWrites(Inventory inventory, Clock clock) {
		return new OwnWrites(inventory, clock);
	}

	@Bean
	CloudTexts cloudTexts(MessageSource messages) {
		return new CloudTexts(messages);
	}

	@Bean
	RefusalTexts refusalTexts(MessageSource messages, Times times) {
		return new RefusalTexts(messages, times);
	}

	@Bean
	CertificateViews certificateViews(DeletionPolicy policy, RefusalTexts texts, MessageSource messages, Times times,
			InventoryProperties properties) {
		return new CertificateViews(policy, texts, messages, times, Duration.ofDays(properties.expiringDays()));
	}

}
