package dev.certdeck.upload;

import java.util.List;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.inventory.CloudTexts;
import dev.certdeck.upload.pem.KeyTraces;
import dev.certdeck.upload.pem.Slot;
import dev.certdeck.upload.verdict.Finding;
import dev.certdeck.upload.verdict.Submission;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Makes the views of the upload form and puts findings into words.
 */
class FormViews {

	private static final int MAXIMUM_ECHO = 256 * 1024;

	private final MessageSource messages;

	private final CloudTexts cloudTexts;

	FormViews(MessageSource messages, CloudTexts cloudTexts) {
		this.messages = messages;
		this.cloudTexts = cloudTexts;
	}

	/**
	 * Returns an empty form with a new token.
	 * @return the view
	 */
	FormView empty() {
		return new FormView(SubmittedForm.newToken(), CertificateType.SVR.name(), "", "", false, List.of());
	}

	/**
	 * Returns a form that was refused, with what was entered but for the key.
	 * @param form the form
	 * @param problems why it was refused
	 * @return the view
	 */
	FormView refused(SubmittedForm form, List<Finding> problems) {
		Submission submission = form.submission();
		String chain = echo(form.chain());
		return new FormView(form.token(), (submission.type() != null) ? submission.type().name() : null,
				KeyTraces.inLine(submission.alias()) ? "" : submission.alias(), chain,
				chain.isEmpty() && submission.inputs().stream().anyMatch((input) -> input.slot() == Slot.CHAIN),
				problems.stream().map(this::problem).toList());
	}

	private static String echo(String text) {
		return (text.length() > MAXIMUM_ECHO || KeyTraces.in(text)) ? "" : text;
	}

	private FormView.Problem problem(Finding finding) {
		return new FormView.Problem(finding.field().id(), text(finding),
				(finding.related() != null) ? finding.related().value() : null);
	}

	/**
	 * Puts a finding into words.
	 * @param finding the finding
	 * @return the text for its field, else the text for all fields
	 */
	String text(Finding finding) {
		String[] codes = { "upload.finding.%s.%s".formatted(finding.field().id(), finding.code()),
				"upload.finding." + finding.code() };
		Object[] arguments = finding.arguments().stream().map(this::argument).toArray();
		return this.messages.getMessage(new DefaultMessageSourceResolvable(codes, arguments),
				LocaleContextHolder.getLocale());
	}

	private String argument(Object argument) {
		return (argument instanceof Reason reason) ? this.cloudTexts.words(reason) : String.valueOf(argument);
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
