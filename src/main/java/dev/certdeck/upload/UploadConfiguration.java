package dev.certdeck.upload;

import java.time.Clock;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.inventory.CloudTexts;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.web.Times;

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
	FingerprintSearch fingerprints(Inventory inventory, CertificateStore store) {
		return new FingerprintSearch(inventory, store);
	}

	@Bean
	RelatedCertificateFinder heldCertificates(Inventory inventory, CertificateStore store) {
		return new RelatedCertificateFinder(inventory, store);
	}

	@Bean
	Uploads uploads(CertificateStore store, Inventory inventory, FingerprintSearch fingerprints, UploadLedger ledger,
			UploadProperties properties) {
		Lookup lookup = new Lookup(fingerprints, properties.lookupTries(), properties.lookupWait());
		return new Uploads(store, inventory, fingerprints, lookup, ledger);
	}

	@Bean
	UploadLedger uploadLedger(AuditTrail trail, WriteLock lock) {
		return new UploadLedger(trail, lock);
	}

	@Bean
	PendingUploads pendingUploads(FingerprintSearch fingerprints, Inventory inventory, AuditTrail trail) {
		return new PendingUploads(fingerprints, inventory, trail);
	}

	@Bean
	FormViews formViews(MessageSource messages, CloudTexts cloudTexts, Times times, Clock clock) {
		return new FormViews(messages, new VerdictViews(messages, cloudTexts, times, clock));
	}

}
