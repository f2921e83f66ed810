package dev.certdeck.sandbox.cloud;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The cloud's rules of deletion (SSL Certificate Service API, deleting a certificate).
 */
class DeletionRules {

	private static final Duration PENDING = Duration.ofHours(1);

	private final boolean cancelledDeletable;

	DeletionRules(boolean cancelledDeletable) {
		this.cancelledDeletable = cancelledDeletable;
	}

	@Nullable Refusal refusal(HeldCertificate certificate, boolean bound, Instant now) {
		if (bound) {
			return Refusal.BOUND;
		}
		int status = certificate.statusAt(now);
		return switch (certificate.plan()) {
			case UPLOADED -> null;
			case FREE -> refusalOfFree(status, certificate.appliedAt(), now);
			case PAID -> refusalOfIssued(status);
		};
	}

	private @Nullable Refusal refusalOfFree(int status, Instant appliedAt, Instant now) {
		return switch (status) {
			case Status.FAILED -> null;
			case Status.VERIFYING, Status.DNS_RECORD_ADDED ->
				now.isBefore(appliedAt.plus(PENDING)) ? Refusal.WITHIN_HOUR : null;
			default -> refusalOfIssued(status);
		};
	}

	private @Nullable Refusal refusalOfIssued(int status) {
		return switch (status) {
			case Status.EXPIRED, Status.REVOKED -> null;
			case Status.APPROVED -> Refusal.ISSUED;
			case Status.CANCELLED -> this.cancelledDeletable ? null : Refusal.STATUS;
			default -> Refusal.STATUS;
		};
	}

}
