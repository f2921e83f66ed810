package dev.certdeck.inventory;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateStore;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the inventory.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ InventoryProperties.class, MetricsProperties.class })
class InventoryConfiguration {

	private static final int CHECKS_AT_A_TIME = 16;

	private static final int WRITES_READ_AT_A_TIME = 4;

	@Bean(destroyMethod = "shutdownNow")
	ExecutorService writeReaders() {
		return Executors.newFixedThreadPool(WRITES_READ_AT_A_TIME, (task) -> new Thread(task, "write-reader"));
	}

	@Bean
	UsageFinder usageFinder(ObjectProvider<BindingSource> sources, Clock clock) {
		return new UsageFinder(sources.orderedStream().toList(), clock);
	}

	@Bean
	UsageChecks usageChecks(Inventory inventory, UsageFinder usages, InventoryProperties properties, Clock clock) {
		ExecutorService executor = Executors.newFixedThreadPool(CHECKS_AT_A_TIME, (task) -> {
			Thread thread = new Thread(task, "usage-check");
			thread.setDaemon(true);
			return thread;
		});
		return new UsageChecks(inventory, usages, executor, properties.checkWait(), clock);
	}

	@Bean
	Inventory inventory(CertificateStore store, UsageFinder usages, InventoryProperties properties, Clock clock,
			ObjectProvider<InventoryObserver> observers) {
		return new Inventory(store, usages, properties.refreshInterval(), clock, observers.orderedStream().toList());
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
	ReadYourWrites readYourWrites(Inventory inventory, UsageChecks checks, ExecutorService writeReaders,
			InventoryProperties properties, Clock clock) {
		return new ReadYourWrites(inventory, checks, writeReaders, properties.checkWait(), clock);
	}

}
