package dev.certdeck.deletion;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.Ending;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells how far the latest deletion of a certificate is, and records its outcome when it
 * has one. Nothing is sent again.
 */
class RunningDeletions {

	private static final Log logger = LogFactory.getLog(RunningDeletions.class);

	private final AuditTrail trail;

	private final PendingDeletions pending;

	private final WriteLock lock;

	private final Duration limit;

	private final Clock clock;

	/**
	 * Creates the deletions.
	 * @param trail the audit trail
	 * @param pending asks the cloud
	 * @param lock tells whether a replica is at work on a deletion
	 * @param limit after what time the outcome counts as not known yet
	 * @param clock the clock
	 */
	RunningDeletions(AuditTrail trail, PendingDeletions pending, WriteLock lock, Duration limit, Clock clock) {
		this.trail = trail;
		this.pending = pending;
		this.lock = lock;
		this.limit = limit;
		this.clock = clock;
	}

	/**
	 * Looks at the latest deletion, and at the cloud unless a replica is at work on it.
	 * @param id the certificate's id
	 * @return the deletion as it is now, if there was one
	 * @throws dev.certdeck.audit.AuditUnavailableException if the trail can't be read
	 */
	Optional<AuditEntry> look(CertificateId id) {
		Optional<AuditEntry> last = this.trail.lastDeletion(id);
		if (last.filter(AuditEntry::isOpen).isEmpty()) {
			return last;
		}
		this.lock.unlessBusy(id.value(),
				() -> this.trail.lastDeletion(id).filter(AuditEntry::isOpen).ifPresent(this::resolve));
		return this.trail.lastDeletion(id);
	}

	private void resolve(AuditEntry intent) {
		try {
			(intent.isUnsent() ? Optional.of(Ending.unsent()) : this.pending.resolve(intent, false))
				.ifPresent((ending) -> this.trail.end(intent.id(), AuditKind.DELETION, ending));
		}
		catch (CloudException ex) {
			logger.warn("Could not ask how far a deletion is: " + ex.getMessage());
		}
	}

	/**
	 * Tells whether a deletion takes longer than it should.
	 * @param entry a deletion
	 * @return {@code true} if its outcome counts as not known yet
	 */
	boolean isLate(AuditEntry entry) {
		return entry.sentOrWishedAt().plus(this.limit).isBefore(this.clock.instant());
	}

}
