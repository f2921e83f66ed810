package dev.certdeck.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Deletability;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Refusal;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the views of certificates.
 */
public class CertificateViews {

	private final Inventory inventory;

	private final DeletionPolicy policy;

	private final Duration warning;

	private final Clock clock;

	/**
	 * Creates the views.
	 * @param inventory the certificates
	 * @param policy decides which certificates can be deleted
	 * @param warning the longest time before its end that a certificate is shown as
	 * expiring
	 * @param clock the clock
	 */
	CertificateViews(Inventory inventory, DeletionPolicy policy, Duration warning, Clock clock) {
		this.inventory = inventory;
		this.policy = policy;
		this.warning = warning;
		this.clock = clock;
	}

	/**
	 * Makes the view of a certificate as it is known, without asking the cloud.
	 * @param id the certificate's id
	 * @return the view, absent if the certificate is not known
	 */
	public Optional<CertificateView> find(CertificateId id) {
		return this.inventory.find(id).map(this::of);
	}

	/**
	 * Makes the view of a certificate as it is known. It can't be deleted while refreshes
	 * fail.
	 * @param entry the certificate
	 * @return the view
	 */
	public CertificateView of(Entry entry) {
		return of(entry, this.clock.instant());
	}

	CertificateView of(Entry entry, Instant now) {
		CertificateView view = ofRead(entry, now);
		return (view.deletable() && this.inventory.status().failure() != null)
				? view.with(new Deletability(List.of(new Refusal.NotRefreshed()))) : view;
	}

	/**
	 * Makes the view of a certificate that somebody wants to delete. While refreshes fail
	 * it is read from the cloud, and can't be deleted if that fails, too.
	 * @param entry the certificate as it is known
	 * @return the view
	 */
	public CertificateView toDelete(Entry entry) {
		CertificateView known = of(entry);
		if (this.inventory.status().failure() == null) {
			return known;
		}
		try {
			return this.inventory.reread(entry.id()).map(this::ofRead).orElse(known);
		}
		catch (CloudException ex) {
			return known;
		}
	}

	/**
	 * Makes the view of a certificate that was just read from the cloud.
	 * @param entry the certificate
	 * @return the view
	 */
	CertificateView ofRead(Entry entry) {
		return ofRead(entry, this.clock.instant());
	}

	private CertificateView ofRead(Entry entry, Instant now) {
		Certificate certificate = entry.certificate();
		return new CertificateView(certificate, entry.usage(), this.policy.decide(certificate, entry.usage(), now),
				expiry(certificate.validity(), now), now);
	}

	private CertificateView.@Nullable ExpiryView expiry(@Nullable Validity validity, Instant now) {
		if (validity == null || (validity.until() == null && !validity.endUnknown())) {
			return null;
		}
		if (validity.until() == null) {
			return new CertificateView.ExpiryView(null, Message.of("list.end-unknown"), null, null);
		}
		if (validity.isEndless()) {
			return new CertificateView.ExpiryView(validity.until(), null, null, null);
		}
		Message days = Message.of(validity.isOver(now) ? "days.ago" : "days.left", Math.abs(validity.daysLeft(now)));
		return new CertificateView.ExpiryView(validity.until(), days,
				Message.key(ExpiryBand.of(validity, this.warning, now)), validity.percentLeft(now));
	}

}
