package dev.certdeck.upload;

import java.time.Clock;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.web.Texts;
import dev.certdeck.write.Polling;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the upload.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
class UploadConfiguration {

	@Bean
	CertificateFinder certificateFinder(Inventory inventory, CertificateStore store) {
		return new CertificateFinder(inventory, store);
	}

	@Bean
	FormValidator formValidator(Inventory inventory, CertificateStore store, Clock clock) {
		return new FormValidator(new RelatedCertificateFinder(inventory, store), clock);
	}

	@Bean
	UploadWrite uploadWrite(CertificateStore store, Inventory inventory, CertificateFinder finder, AuditTrail trail,
			UploadProperties properties) {
		return new UploadWrite(store, inventory, finder, trail,
				new Polling(properties.reconcileAttempts(), properties.reconcileInterval()));
	}

	@Bean
	FormViews formViews(Texts texts, Clock clock) {
		return new FormViews(texts, clock);
	}

}
