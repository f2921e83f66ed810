package dev.certdeck.upload;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Validity;
import dev.certdeck.upload.pem.Origin;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.verdict.Finding;
import dev.certdeck.upload.verdict.Finding.Severity;
import dev.certdeck.upload.verdict.Preview;
import dev.certdeck.upload.verdict.Verdict;
import dev.certdeck.web.Texts;
import dev.certdeck.web.Times;
import org.jspecify.annotations.Nullable;

/**
 * Puts verdicts into words.
 */
class VerdictViews {

	private static final int SHOWN_NAMES = 20;

	private final Texts texts;

	private final Times times;

	private final Clock clock;

	VerdictViews(Texts texts, Times times, Clock clock) {
		this.texts = texts;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * Puts a verdict into words.
	 * @param verdict the verdict
	 * @return the view
	 */
	VerdictView of(Verdict verdict) {
		List<VerdictView.Line> problems = lines(verdict, Severity.PROBLEM);
		List<VerdictView.Line> warnings = lines(verdict, Severity.WARNING);
		List<VerdictView.Line> notes = lines(verdict, Severity.NOTE);
		return new VerdictView(text("upload.verdict.summary", problems.size(), warnings.size(), notes.size()), problems,
				warnings, notes, (verdict.preview() != null) ? preview(verdict.preview()) : null);
	}

	private List<VerdictView.Line> lines(Verdict verdict, Severity severity) {
		return verdict.findings()
			.stream()
			.filter((finding) -> finding.severity() == severity)
			.map((finding) -> new VerdictView.Line(finding.code(), finding.field().id(), place(finding.origin()),
					text(finding), (finding.related() != null) ? finding.related().value() : null))
			.distinct()
			.toList();
	}

	private String place(@Nullable Origin origin) {
		List<String> parts = new ArrayList<>();
		if (origin != null && !origin.file().isEmpty()) {
			parts.add(origin.file());
		}
		if (origin != null && origin.block() > 0) {
			parts.add(text((origin.line() > 0) ? "upload.place.block" : "upload.place.item", origin.block()));
		}
		if (origin != null && origin.line() > 0) {
			parts.add(text("upload.place.line", origin.line()));
		}
		return String.join(", ", parts);
	}

	/**
	 * Puts a finding into words.
	 * @param finding the finding
	 * @return the text for its field, else the text for all fields
	 */
	String text(Finding finding) {
		return this.texts.text(List.of("upload.finding.%s.%s".formatted(finding.field().id(), finding.code()),
				"upload.finding." + finding.code()), finding.arguments().stream().map(this::argument).toList());
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

	private VerdictView.PreviewView preview(Preview preview) {
		PemCertificate leaf = preview.leaf();
		Validity validity = leaf.validity();
		int passed = 100 - Objects.requireNonNullElse(validity.percentLeft(this.clock.instant()), 100);
		return new VerdictView.PreviewView(preview.sent().stream().map((sent) -> rung(sent, sent == leaf)).toList(),
				preview.leftOut().stream().map((left) -> rung(left, false)).toList(), preview.missingIssuer(),
				leaf.names().stream().limit(SHOWN_NAMES).map(DomainName::unicode).toList(),
				Math.max(0, leaf.names().size() - SHOWN_NAMES), this.times.full(validity.from()),
				this.texts.end(validity.until(), "full"), passed, left(validity, passed), preview.keyName(),
				(preview.pairing() != null) ? Message.key(preview.pairing()) : null);
	}

	private String left(Validity validity, int passed) {
		Instant now = this.clock.instant();
		if (validity.isEndless()) {
			return text("upload.preview.no-end");
		}
		return validity.isOver(now) ? text("upload.preview.over")
				: text("upload.preview.days", validity.daysLeft(now), passed);
	}

	private VerdictView.Rung rung(PemCertificate certificate, boolean leaf) {
		String upper = certificate.isSelfSigned() ? "root" : "intermediate";
		return new VerdictView.Rung(certificate.title(), leaf ? "leaf" : upper, certificate.issuerTitle(),
				certificate.key().algorithm().name(), this.texts.end(certificate.validity().until(), "minute"));
	}

	private String text(String code, Object... arguments) {
		return this.texts.text(code, arguments);
	}

}
