package dev.certdeck.deletion;

import java.time.Clock;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.RefusalTexts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the deletions.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskProperties.class)
class DeletionConfiguration {

	@Bean
	Deletions deletions(CertificateStore store, Inventory inventory, DeletionPolicy policy, RefusalTexts texts,
			AuditTrail trail, WriteLock lock, TaskProperties task, Clock clock) {
		return new Deletions(store, inventory, policy, (deletability) -> String.join(" ", texts.full(deletability)),
				trail, lock, new Patience(store, task.patience(), task.interval()), clock);
	}

	@Bean
	PendingDeletions pendingDeletions(CertificateStore store, Inventory inventory, AuditTrail trail) {
		return new PendingDeletions(store, inventory, trail);
	}

	@Bean
	RunningDeletions runningDeletions(AuditTrail trail, PendingDeletions pending, WriteLock lock, TaskProperties task,
			Clock clock) {
		return new RunningDeletions(trail, pending, lock, task.limit(), clock);
	}

}
