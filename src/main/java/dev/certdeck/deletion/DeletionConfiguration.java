package dev.certdeck.deletion;

import java.time.Clock;

import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.Refusal;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.list.CertificateViews;
import dev.certdeck.web.Texts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the deletion.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskProperties.class)
class DeletionConfiguration {

	@Bean
	DeletionWrite deletionWrite(CertificateStore store, Inventory inventory, UsageChecks checks, DeletionPolicy policy,
			Texts texts, TaskProperties task, Clock clock) {
		return new DeletionWrite(store, inventory, checks,
				(entry) -> policy.decide(entry.certificate(), entry.usage(), clock.instant())
					.refusals()
					.stream()
					.map(Refusal::full)
					.map(texts::of)
					.toList(),
				task);
	}

	@Bean
	DeletionViews deletionViews(UsageChecks checks, CertificateViews views, TaskProperties task, Clock clock) {
		return new DeletionViews(checks, views, task, clock);
	}

}
