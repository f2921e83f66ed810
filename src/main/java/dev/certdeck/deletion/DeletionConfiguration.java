package dev.certdeck.deletion;

import java.time.Clock;

import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.inventory.CertificateViews;
import dev.certdeck.inventory.CloudTexts;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.RefusalTexts;
import dev.certdeck.inventory.UsageChecks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the deletion.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskProperties.class)
class DeletionConfiguration {

	@Bean
	DeletionWrite deletionWrite(CertificateStore store, Inventory inventory, UsageChecks checks, DeletionPolicy policy,
			RefusalTexts texts, TaskProperties task, Clock clock) {
		return new DeletionWrite(store, inventory, checks,
				(entry) -> texts.full(policy.decide(entry.certificate(), entry.usage(), clock.instant())), task);
	}

	@Bean
	DeletionViews deletionViews(Inventory inventory, CertificateViews views, CloudTexts texts, TaskProperties task,
			Clock clock) {
		return new DeletionViews(inventory, views, texts, task, clock);
	}

}
