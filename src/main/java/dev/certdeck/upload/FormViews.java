package dev.certdeck.upload;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.http.VisibleText;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Input;
import dev.certdeck.pki.KeyMaterial;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.TextDecoder;
import dev.certdeck.upload.validation.UploadForm;
import dev.certdeck.upload.validation.ValidationResult;
import dev.certdeck.web.Texts;

/**
 * Creates the views of the upload form.
 */
class FormViews {

	private static final int MAXIMUM_ECHO = 256 * 1024;

	private final Texts texts;

	private final Clock clock;

	FormViews(Texts texts, Clock clock) {
		this.texts = texts;
		this.clock = clock;
	}

	FormView empty() {
		return new FormView(UploadFormReader.newToken(), CertificateType.SVR.name(), "", "", false, null, false);
	}

	/**
	 * Returns a form that was checked or refused, with what was entered but for the key
	 * and the passphrase.
	 * @param form the form
	 * @param result what was found
	 * @param refused whether the upload was refused
	 * @return the view
	 */
	FormView of(UploadForm form, ValidationResult result, boolean refused) {
		List<Input> given = form.inputs().stream().filter((input) -> input.field() == Field.CHAIN).toList();
		String entered = (given.size() == 1) ? TextDecoder.decode(given.get(0).content()) : "";
		String chain = chain(result.certificates());
		return new FormView(form.token(), (form.type() != null) ? form.type().name() : null, alias(form.alias()), chain,
				!given.isEmpty() && !isAll(entered, chain), result(result), refused);
	}

	ResultView result(ValidationResult result) {
		return new ResultView(result, this.texts, this.clock.instant());
	}

	/**
	 * Writes the certificates that could be read. Nothing else that was entered is shown
	 * again, since it may be part of a key.
	 * @param certificates all certificates
	 * @return the PEM of those in the field for certificates, each once
	 */
	private static String chain(List<ParsedCertificate> certificates) {
		String chain = certificates.stream()
			.filter((certificate) -> certificate.place().field() == Field.CHAIN)
			.map(ParsedCertificate::toPem)
			.distinct()
			.collect(Collectors.joining());
		return (chain.length() <= MAXIMUM_ECHO) ? chain : "";
	}

	private static boolean isAll(String entered, String chain) {
		return entered.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.toList()
			.equals(chain.lines().toList());
	}

	private static String alias(String alias) {
		return KeyMaterial.isIn(alias) ? "" : VisibleText.plain(alias);
	}

	/**
	 * Returns the notice of a successful upload.
	 * @param id the cloud's id of the certificate
	 * @param answerLost whether the cloud's answer was lost and the certificate was found
	 * by a search
	 * @return the text
	 */
	String notice(CertificateId id, boolean answerLost) {
		return this.texts.text(answerLost ? "upload.notice.answer-lost" : "upload.notice.uploaded", id);
	}

}
