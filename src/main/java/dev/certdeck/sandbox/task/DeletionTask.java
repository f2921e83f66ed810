package dev.certdeck.sandbox.task;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The deletion of a certificate that nothing may use.
 *
 * @param id the number of the task
 * @param certificateId the certificate
 * @param domains its primary domain
 * @param startedAt when the task began
 * @param due when it ends
 * @param failure the end that was asked for, if any
 * @param status how far it is
 */
public record DeletionTask(String id, String certificateId, List<String> domains, Instant startedAt, Instant due,
		@Nullable DeletionStatus failure, DeletionStatus status) {

	DeletionTask ended(DeletionStatus end) {
		return new DeletionTask(this.id, this.certificateId, this.domains, this.startedAt, this.due, this.failure, end);
	}

}
