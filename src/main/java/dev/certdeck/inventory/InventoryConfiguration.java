package dev.certdeck.inventory;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.certdeck.certificate.AccountKey;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateStore;
import io.micrometer.core.instrument.MeterRegistry;
import net.javacrumbs.shedlock.core.LockProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the inventory.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ InventoryProperties.class, MetricsProperties.class })
class InventoryConfiguration {

	private static final int CHECKS_AT_A_TIME = 16;

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
	InventoryRows inventoryRows(JdbcTemplate jdbc, PlatformTransactionManager transactions, LockProvider locks,
			AccountKey account, Clock clock) {
		return new InventoryRows(jdbc, new TransactionTemplate(transactions), locks, account, clock);
	}

	@Bean
	Inventory inventory(CloudInventory cloud, InventoryRows rows, InventoryProperties properties, Clock clock,
			ObjectProvider<InventoryObserver> observers) {
		return new Inventory(cloud, rows, properties.plan(), clock, observers.orderedStream().toList());
	}

	@Bean
	CloudInventory cloudInventory(CertificateStore store, UsageFinder usages) {
		return new CloudInventory(store, usages);
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
	ReplicaMetrics replicaMetrics(Inventory inventory, Clock clock) {
		return new ReplicaMetrics(inventory, clock);
	}

	@Bean
	ReadYourWrites readYourWrites(Inventory inventory, Clock clock) {
		return new ReadYourWrites(inventory, clock);
	}

}
