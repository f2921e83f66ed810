package dev.certdeck.sandbox.task;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A deletion that checks for bound resources first.
 *
 * @param id the number of the task
 * @param certificateId the certificate
 * @param domains its primary domain
 * @param startedAt when the task began
 * @param due when the task ends
 * @param failure the status in which it is to fail, if any
 * @param status the status
 */
public record DeletionTask(String id, String certificateId, List<String> domains, Instant startedAt, Instant due,
		@Nullable DeletionStatus failure, DeletionStatus status) {

	DeletionTask ended(DeletionStatus end) {
		return new DeletionTask(this.id, this.certificateId, this.domains, this.startedAt, this.due, this.failure, end);
	}

}
