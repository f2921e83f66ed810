package dev.certdeck.audit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.web.Ends;
import dev.certdeck.web.Times;

import org.springframework.context.MessageSource;

/**
 * Puts entries of the audit trail into the words of the pages.
 */
public class AuditViews {

	private final MessageSource messages;

	private final Times times;

	private final Ends ends;

	/**
	 * Creates the views.
	 * @param messages the messages of the pages
	 * @param times writes instants
	 */
	AuditViews(MessageSource messages, Times times) {
		this.messages = messages;
		this.times = times;
		this.ends = new Ends(messages, times);
	}

	/**
	 * Makes the views of entries.
	 * @param entries the entries
	 * @return a view of each
	 */
	public List<AuditView> of(List<AuditEntry> entries) {
		return entries.stream().map(this::of).toList();
	}

	private AuditView of(AuditEntry entry) {
		Optional<CertificateSummary> certificate = Optional.ofNullable(entry.certificate());
		List<DomainName> names = certificate.map(CertificateSummary::names).orElse(List.of());
		return new AuditView(entry, this.times.full(entry.at()), text("audit.kind." + entry.kind()),
				text("audit.outcome." + entry.outcome()), tone(entry.outcome()), repeats(entry), address(entry),
				certificate.map(CertificateSummary::id).map(Objects::toString).orElse(null),
				certificate.map(CertificateSummary::title).orElse(""), Math.max(0, names.size() - 1),
				certificate.map(CertificateSummary::sha256).orElse(""),
				certificate.map(CertificateSummary::expiresAt).map(this.ends::full).orElse(""),
				Optional.ofNullable(entry.error()).map(CloudError::reason).map(this::reason).orElse(""));
	}

	private String repeats(AuditEntry entry) {
		int times = entry.timeline().times();
		return (times > 1) ? text("audit.times", times, this.times.full(entry.latestAt())) : "";
	}

	private String address(AuditEntry entry) {
		String address = entry.actor().address();
		return address.equals(Actor.MANY) ? text("audit.further-addresses") : address;
	}

	private static String tone(AuditOutcome outcome) {
		return switch (outcome) {
			case DONE -> "good";
			case OPEN -> "wait";
			case REFUSED -> "off";
			case FAILED -> "bad";
		};
	}

	private String reason(Reason reason) {
		return (reason != Reason.OTHER)
				? text("cloud.reason." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-')) : "";
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
