package dev.certdeck.deletion;

import java.time.Clock;

import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.inventory.Inventory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the deletions.
 */
@Configuration(proxyBeanMethods = false)
class DeletionConfiguration {

	@Bean
	Deletions deletions(CertificateStore store, Inventory inventory, DeletionPolicy policy, Clock clock) {
		return new Deletions(store, inventory, policy, clock);
	}

}
