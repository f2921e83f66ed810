package dev.certdeck.upload;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.Finding.Severity;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.Place;
import dev.certdeck.upload.validation.Preview;
import dev.certdeck.upload.validation.ValidationResult;
import dev.certdeck.web.Texts;
import dev.certdeck.web.Times;

/**
 * Puts findings and results of validations into words.
 */
class ResultViews {

	private static final int SHOWN_NAMES = 20;

	private final Texts texts;

	private final Times times;

	private final Clock clock;

	ResultViews(Texts texts, Times times, Clock clock) {
		this.texts = texts;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * Makes the view of a result.
	 * @param result the result
	 * @return the view
	 */
	ResultView of(ValidationResult result) {
		List<Finding> problems = findings(result, Severity.PROBLEM);
		List<Finding> warnings = findings(result, Severity.WARNING);
		List<Finding> notes = findings(result, Severity.NOTE);
		return new ResultView(text("upload.result.summary", problems.size(), warnings.size(), notes.size()), problems,
				warnings, notes, (result.preview() != null) ? preview(result.preview()) : null, this);
	}

	private static List<Finding> findings(ValidationResult result, Severity severity) {
		return result.findings().stream().filter((finding) -> finding.severity() == severity).distinct().toList();
	}

	/**
	 * Tells where in a field something stands.
	 * @param place the place
	 * @return file, block and line, empty for the field as a whole
	 */
	String place(Place place) {
		List<String> parts = new ArrayList<>();
		if (!place.file().isEmpty()) {
			parts.add(place.file());
		}
		if (place.block() > 0) {
			parts.add(text((place.line() > 0) ? "upload.place.block" : "upload.place.item", place.block()));
		}
		if (place.line() > 0) {
			parts.add(text("upload.place.line", place.line()));
		}
		return String.join(", ", parts);
	}

	/**
	 * Puts a finding into words.
	 * @param finding the finding
	 * @return the text for its field, else the text for all fields
	 */
	String text(Finding finding) {
		return this.texts.text(
				List.of("upload.finding.%s.%s".formatted(finding.field().id(), finding.code().id()),
						"upload.finding." + finding.code().id()),
				finding.arguments().stream().map(this::argument).toList());
	}

	private Object argument(Object argument) {
		if (argument instanceof Validity validity) {
			return end(validity);
		}
		return (argument instanceof Instant instant) ? instant(instant) : argument;
	}

	private String end(Validity validity) {
		Instant until = validity.until();
		return (until != null && !validity.isEndless()) ? instant(until) : this.texts.end(until, "full");
	}

	private String instant(Instant instant) {
		return text("upload.instant", this.times.full(instant), this.times.utc(instant));
	}

	private ResultView.PreviewView preview(Preview preview) {
		ParsedCertificate leaf = preview.leaf();
		Set<DomainName> names = leaf.names().all();
		Validity validity = leaf.validity();
		int passed = 100 - Objects.requireNonNullElse(validity.percentLeft(this.clock.instant()), 100);
		return new ResultView.PreviewView(preview.sent().stream().map((sent) -> element(sent, sent == leaf)).toList(),
				preview.leftOut().stream().map((left) -> element(left, false)).toList(), preview.missingIssuer(),
				names.stream().limit(SHOWN_NAMES).map(DomainName::unicode).toList(),
				Math.max(0, names.size() - SHOWN_NAMES),
				new ResultView.Span(this.times.full(leaf.validFrom()), this.texts.end(validity.until(), "full"), passed,
						left(validity, passed)),
				preview.keyName(), (preview.pairing() != null) ? Message.key(preview.pairing()) : null);
	}

	private String left(Validity validity, int passed) {
		Instant now = this.clock.instant();
		if (validity.isEndless()) {
			return text("upload.preview.no-end");
		}
		return validity.isOver(now) ? text("upload.preview.over")
				: text("upload.preview.days", validity.daysLeft(now), passed);
	}

	private ResultView.ChainElement element(ParsedCertificate certificate, boolean leaf) {
		String upper = certificate.isSelfSigned() ? "root" : "intermediate";
		return new ResultView.ChainElement(certificate.title(), leaf ? "leaf" : upper, certificate.issuerTitle(),
				certificate.key().algorithm().name(), this.texts.end(certificate.validity().until(), "minute"));
	}

	private String text(String code, Object... arguments) {
		return this.texts.text(code, arguments);
	}

}
