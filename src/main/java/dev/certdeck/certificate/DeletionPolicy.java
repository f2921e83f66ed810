package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of "Deleting a Certificate" in the documentation of API 2.0.
 *
 * @param cancelledDeletable whether a cancelled free or paid certificate counts as one
 * that can be deleted: the documentation of the API does not name that status, that of
 * the console does
 * @param pendingPeriod how long after its application a free certificate that is still
 * being verified can't be deleted
 */
public record DeletionPolicy(boolean cancelledDeletable, Duration pendingPeriod) {

	private static final Duration DOCUMENTED_PERIOD = Duration.ofHours(1);

	private static final Set<CertificateStatus> PAID_DELETABLE = Set.of(CertificateStatus.EXPIRED,
			CertificateStatus.REVOKED);

	/**
	 * Creates the rules with the period that the documentation gives, an hour.
	 * @param cancelledDeletable whether a cancelled certificate counts as deletable
	 */
	public DeletionPolicy(boolean cancelledDeletable) {
		this(cancelledDeletable, DOCUMENTED_PERIOD);
	}

	/**
	 * Decides whether a certificate can be deleted.
	 * @param certificate the certificate
	 * @param usage what uses it
	 * @param now the present
	 * @return the decision with all its reasons
	 */
	public Deletability decide(Certificate certificate, Usage usage, Instant now) {
		List<Refusal> refusals = new ArrayList<>(2);
		byUsage(usage).ifPresent(refusals::add);
		byStatus(certificate, now).ifPresent(refusals::add);
		return new Deletability(refusals);
	}

	/**
	 * Returns from when on a certificate can be deleted.
	 * @param certificate the certificate
	 * @param usage what uses it
	 * @return the first instant, {@link Instant#MIN} if its age does not matter, empty if
	 * it can't be deleted as it is
	 */
	public Optional<Instant> deletableFrom(Certificate certificate, Usage usage) {
		List<Refusal> refusals = decide(certificate, usage, Instant.MIN).refusals();
		if (refusals.isEmpty()) {
			return Optional.of(Instant.MIN);
		}
		return (refusals.size() == 1 && refusals.get(0) instanceof Refusal.AppliedRecently)
				? Optional.ofNullable(certificate.appliedAt()).map((at) -> at.plus(this.pendingPeriod))
				: Optional.empty();
	}

	private Optional<Refusal> byUsage(Usage usage) {
		return switch (usage.state()) {
			case BOUND -> Optional.of(new Refusal.Bound(usage.bindings()));
			case UNCONFIRMED ->
				Optional.of(new Refusal.UsageUnconfirmed(usage.unconfirmed(), usage.unknown(), usage.asOf()));
			case UNKNOWN -> Optional.of(new Refusal.UsageUnknown(usage.unknown(), usage.asOf()));
			case UNBOUND -> Optional.empty();
		};
	}

	private Optional<Refusal> byStatus(Certificate certificate, Instant now) {
		CertificateStatus status = certificate.status();
		Plan plan = certificate.plan();
		if (plan == Plan.UPLOADED || PAID_DELETABLE.contains(status)
				|| (this.cancelledDeletable && status.equals(CertificateStatus.CANCELLED))) {
			return Optional.empty();
		}
		if (!status.isKnown()) {
			return Optional.of(new Refusal.StatusUnknown(status));
		}
		if (plan == Plan.FREE && status.equals(CertificateStatus.VERIFICATION_FAILED)) {
			return Optional.empty();
		}
		if (plan == Plan.FREE && status.isPending()) {
			return byApplication(certificate, now);
		}
		return Optional.of(new Refusal.StatusNotDeletable(plan, status, this.pendingPeriod));
	}

	private Optional<Refusal> byApplication(Certificate certificate, Instant now) {
		Instant appliedAt = certificate.appliedAt();
		if (appliedAt == null) {
			return Optional.of(new Refusal.ApplicationTimeUnknown(this.pendingPeriod));
		}
		Instant deletableFrom = appliedAt.plus(this.pendingPeriod);
		return now.isBefore(deletableFrom)
				? Optional.of(new Refusal.AppliedRecently(ceilToMinute(deletableFrom), this.pendingPeriod))
				: Optional.empty();
	}

	private static Instant ceilToMinute(Instant instant) {
		Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
		return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
	}

}
