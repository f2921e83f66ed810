package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.Deletability;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Usage;
import dev.certdeck.certificate.Validity;
import dev.certdeck.web.Ends;
import dev.certdeck.web.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * Puts certificates into the words of the pages.
 */
public class CertificateViews {

	private static final Set<CertificateStatus> BAD = Set.of(CertificateStatus.VERIFICATION_FAILED,
			CertificateStatus.EXPIRED);

	private static final Set<CertificateStatus> OFF = Set.of(CertificateStatus.CANCELLED, CertificateStatus.REVOKED);

	private final DeletionPolicy policy;

	private final RefusalTexts texts;

	private final MessageSource messages;

	private final Ends ends;

	private final Duration warning;

	/**
	 * Creates the views.
	 * @param policy decides which certificates can be deleted
	 * @param texts puts refusals into words
	 * @param messages the messages of the pages
	 * @param times writes instants
	 * @param warning how long before its end a certificate is shown as expiring, at most
	 */
	CertificateViews(DeletionPolicy policy, RefusalTexts texts, MessageSource messages, Times times, Duration warning) {
		this.policy = policy;
		this.texts = texts;
		this.messages = messages;
		this.ends = new Ends(messages, times);
		this.warning = warning;
	}

	/**
	 * Makes the view of a certificate.
	 * @param entry the certificate
	 * @param now the present
	 * @return the view
	 */
	public CertificateView of(Entry entry, Instant now) {
		Certificate certificate = entry.certificate();
		Deletability deletability = this.policy.decide(certificate, entry.usage(), now);
		DomainName domain = certificate.domain();
		String title = certificate.title();
		return new CertificateView(certificate, entry.usage(), "/certificates/" + entry.id(), title,
				(domain != null && !domain.ascii().equals(title)) ? domain.ascii() : null,
				Math.max(0, certificate.names().size() - 1), this.texts.status(certificate.status()),
				tone(certificate.status()), expiry(certificate.validity(), now), this.texts.chips(entry.usage()),
				this.texts.unconfirmed(entry.usage().unconfirmed(), now), notKnown(entry.usage()),
				deletability.isAllowed(), this.texts.brief(deletability), this.texts.full(deletability));
	}

	private String notKnown(Usage usage) {
		Set<BindingKind> kinds = EnumSet.noneOf(BindingKind.class);
		kinds.addAll(usage.unknown().keySet());
		kinds.removeAll(usage.unconfirmed().keySet());
		return this.texts.kinds(kinds);
	}

	private CertificateView.@Nullable ExpiryView expiry(@Nullable Validity validity, Instant now) {
		if (validity == null || (validity.until() == null && !validity.endUnknown())) {
			return null;
		}
		String until = this.ends.minute(validity.until());
		if (validity.until() == null) {
			return new CertificateView.ExpiryView(until, text("list.end-unknown"), null, null);
		}
		if (validity.isEndless()) {
			return new CertificateView.ExpiryView(until, null, null, null);
		}
		String days = text(validity.isOver(now) ? "days.ago" : "days.left", Math.abs(validity.daysLeft(now)));
		return new CertificateView.ExpiryView(until, days,
				ExpiryBand.of(validity, this.warning, now).name().toLowerCase(Locale.ROOT), validity.percentLeft(now));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

	private static String tone(CertificateStatus status) {
		if (status.equals(CertificateStatus.APPROVED)) {
			return "good";
		}
		if (BAD.contains(status)) {
			return "bad";
		}
		return (OFF.contains(status) || !status.isKnown()) ? "off" : "wait";
	}

}
