package dev.certdeck.deletion;

import java.time.Clock;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.RefusalTexts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the deletions.
 */
@Configuration(proxyBeanMethods = false)
class DeletionConfiguration {

	@Bean
	Deletions deletions(CertificateStore store, Inventory inventory, DeletionPolicy policy, RefusalTexts texts,
			AuditTrail trail, WriteLock lock, Clock clock) {
		return new Deletions(store, inventory, policy, (deletability) -> String.join(" ", texts.full(deletability)),
				trail, lock, clock);
	}

	@Bean
	PendingDeletions pendingDeletions(Inventory inventory, AuditTrail trail) {
		return new PendingDeletions(inventory, trail);
	}

}
