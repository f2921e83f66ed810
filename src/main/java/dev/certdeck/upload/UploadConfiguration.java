package dev.certdeck.upload;

import java.time.Clock;

import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.inventory.Inventory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the upload.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
class UploadConfiguration {

	@Bean
	HeldLeaves heldLeaves(Inventory inventory, CertificateStore store) {
		return new HeldLeaves(inventory, store);
	}

	@Bean
	Uploads uploads(CertificateStore store, Inventory inventory, HeldLeaves heldLeaves, UploadProperties properties,
			Clock clock) {
		Lookup lookup = new Lookup(heldLeaves, properties.lookupTries(), properties.lookupWait());
		UploadLedger ledger = new UploadLedger(properties.rememberFor(), properties.holdUnknown(), clock);
		return new Uploads(store, inventory, heldLeaves, lookup, ledger);
	}

	@Bean
	FormViews formViews(MessageSource messages) {
		return new FormViews(messages);
	}

}
