package dev.certdeck.upload;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.Passphrase;
import dev.certdeck.upload.validation.RelatedCertificate;
import dev.certdeck.upload.validation.UploadForm;
import dev.certdeck.upload.validation.UploadValidator;
import dev.certdeck.upload.validation.ValidationResult;

/**
 * Validates a form against what the account holds, and wipes its passphrase.
 */
class FormValidator {

	private final RelatedCertificateFinder related;

	private final Clock clock;

	FormValidator(RelatedCertificateFinder related, Clock clock) {
		this.related = related;
		this.clock = clock;
	}

	ValidationResult validate(UploadForm form) {
		return validate(form, this.related::read);
	}

	ValidationResult validateWithoutCloud(UploadForm form) {
		return validate(form, this.related::known);
	}

	private ValidationResult validate(UploadForm form, Function<ParsedCertificate, List<RelatedCertificate>> finder) {
		try (Passphrase passphrase = form.passphrase()) {
			return UploadValidator.validate(form, finder, this.clock.instant());
		}
	}

}
