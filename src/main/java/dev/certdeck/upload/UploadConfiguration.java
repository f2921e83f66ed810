package dev.certdeck.upload;

import java.time.Clock;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.web.Texts;
import dev.certdeck.web.Times;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
	HeldCertificates heldCertificates(Inventory inventory, CertificateStore store) {
		return new HeldCertificates(inventory, store);
	}

	@Bean
	Uploads uploads(CertificateStore store, Inventory inventory, HeldLeaves heldLeaves, UploadLedger ledger,
			UploadProperties properties) {
		Lookup lookup = new Lookup(heldLeaves, properties.lookupTries(), properties.lookupWait());
		return new Uploads(store, inventory, heldLeaves, lookup, ledger);
	}

	@Bean
	UploadLedger uploadLedger(AuditTrail trail, WriteLock lock) {
		return new UploadLedger(trail, lock);
	}

	@Bean
	PendingUploads pendingUploads(HeldLeaves heldLeaves, Inventory inventory, AuditTrail trail) {
		return new PendingUploads(heldLeaves, inventory, trail);
	}

	@Bean
	FormViews formViews(Texts texts, Times times, Clock clock) {
		return new FormViews(texts, new VerdictViews(texts, times, clock));
	}

}
