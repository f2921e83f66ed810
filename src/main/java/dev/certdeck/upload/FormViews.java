package dev.certdeck.upload;

import java.util.regex.Pattern;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.upload.pem.KeyTraces;
import dev.certdeck.upload.pem.Slot;
import dev.certdeck.upload.verdict.Submission;
import dev.certdeck.upload.verdict.Verdict;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Makes the views of the upload form.
 */
class FormViews {

	private static final int MAXIMUM_ECHO = 256 * 1024;

	private static final Pattern BREAKS = Pattern.compile("[\\x0b\\f\\x1c-\\x1f\\u2028\\u2029]");

	private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

	private final MessageSource messages;

	private final VerdictViews verdicts;

	FormViews(MessageSource messages, VerdictViews verdicts) {
		this.messages = messages;
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
		String chain = echo(form.chain());
		boolean given = submission.inputs().stream().anyMatch((input) -> input.slot() == Slot.CHAIN);
		return new FormView(form.token(), (submission.type() != null) ? submission.type().name() : null,
				KeyTraces.inLine(submission.alias()) ? "" : submission.alias(), chain, chain.isEmpty() && given,
				this.verdicts.of(verdict), refused);
	}

	private static String echo(String text) {
		return (text.length() > MAXIMUM_ECHO || KeyTraces.in(text)) ? ""
				: UNSEEN.matcher(BREAKS.matcher(text).replaceAll("\n")).replaceAll("");
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
		return this.messages.getMessage(uploaded.answerLost() ? "upload.notice.answer-lost" : "upload.notice.uploaded",
				new Object[] { uploaded.id().value() }, LocaleContextHolder.getLocale());
	}

}
