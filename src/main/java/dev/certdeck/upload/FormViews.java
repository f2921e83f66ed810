package dev.certdeck.upload;

import java.util.List;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.upload.pem.KeyMaterial;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.pem.Slot;
import dev.certdeck.upload.verdict.Submission;
import dev.certdeck.upload.verdict.Verdict;
import dev.certdeck.web.Texts;
import dev.certdeck.web.VisibleText;

/**
 * Makes the views of the upload form.
 */
class FormViews {

	private static final int MAXIMUM_ECHO = 256 * 1024;

	private final Texts texts;

	private final VerdictViews verdicts;

	FormViews(Texts texts, VerdictViews verdicts) {
		this.texts = texts;
		this.verdicts = verdicts;
	}

	/**
	 * Returns an empty form with a new token.
	 * @return the view
	 */
	FormView empty() {
		return new FormView(SubmittedForm.newToken(), CertificateType.SVR.name(), "", "", false, null, false);
	}

	/**
	 * Returns a form that was checked, with what was entered but for the key and the
	 * passphrase.
	 * @param form the form
	 * @param verdict what was found
	 * @return the view
	 */
	FormView checked(SubmittedForm form, Verdict verdict) {
		return view(form, verdict, false);
	}

	/**
	 * Returns a form that was refused, with what was entered but for the key and the
	 * passphrase.
	 * @param form the form
	 * @param verdict why it was refused
	 * @return the view
	 */
	FormView refused(SubmittedForm form, Verdict verdict) {
		return view(form, verdict, true);
	}

	private FormView view(SubmittedForm form, Verdict verdict, boolean refused) {
		Submission submission = form.submission();
		String chain = chain(verdict.certificates());
		boolean given = submission.inputs().stream().anyMatch((input) -> input.slot() == Slot.CHAIN);
		return new FormView(form.token(), (submission.type() != null) ? submission.type().name() : null,
				alias(submission.alias()), chain, given && !isAll(form.chain(), chain), this.verdicts.of(verdict),
				refused);
	}

	/**
	 * Writes anew what was read whole as certificates. Nothing else of what was entered
	 * is given back.
	 * @param certificates all certificates
	 * @return those of the field for certificates in PEM, each once
	 */
	private static String chain(List<PemCertificate> certificates) {
		String chain = certificates.stream()
			.filter((certificate) -> certificate.origin().slot() == Slot.CHAIN)
			.map(PemCertificate::toPem)
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
	 * Puts a verdict into words.
	 * @param verdict the verdict
	 * @return the view
	 */
	VerdictView verdict(Verdict verdict) {
		return this.verdicts.of(verdict);
	}

	/**
	 * Puts the success of an upload into words.
	 * @param uploaded the outcome
	 * @return the text
	 */
	String notice(Outcome.Uploaded uploaded) {
		return this.texts.text(uploaded.answerLost() ? "upload.notice.answer-lost" : "upload.notice.uploaded",
				uploaded.id());
	}

}
