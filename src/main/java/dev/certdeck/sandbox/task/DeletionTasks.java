package dev.certdeck.sandbox.task;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Refusal;
import dev.certdeck.sandbox.cloud.RefusedException;

/**
 * Deletions that check for bound resources first. They have no thread: those that are due
 * are carried out before the next call.
 */
public class DeletionTasks {

	private final Cloud cloud;

	private final TaskKnobs knobs;

	private final Clock clock;

	private final Map<String, DeletionTask> tasks = new LinkedHashMap<>();

	/**
	 * Creates the tasks.
	 * @param cloud what certificates are deleted from
	 * @param knobs how long they take and how they end
	 * @param clock tells what is due
	 */
	public DeletionTasks(Cloud cloud, TaskKnobs knobs, Clock clock) {
		this.cloud = cloud;
		this.knobs = knobs;
		this.clock = clock;
	}

	/**
	 * Starts a deletion.
	 * @param certificate the certificate
	 * @return the number of the task
	 */
	public synchronized String start(HeldCertificate certificate) {
		Instant now = this.clock.instant();
		DeletionTask task = new DeletionTask(this.knobs.nextNumber(), certificate.id(), List.of(certificate.domain()),
				now, now.plus(this.knobs.duration()), this.knobs.nextDeletionEnd(), DeletionStatus.RUNNING);
		this.tasks.put(task.id(), task);
		return task.id();
	}

	/**
	 * Finds a task.
	 * @param id its number
	 * @return the task, or empty when there is none
	 */
	public synchronized Optional<DeletionTask> find(String id) {
		return Optional.ofNullable(this.tasks.get(id));
	}

	/**
	 * Carries out the deletions that are due.
	 */
	public synchronized void settle() {
		Instant now = this.clock.instant();
		this.tasks.replaceAll((id, task) -> due(task, now) ? task.ended(end(task)) : task);
	}

	private static boolean due(DeletionTask task, Instant now) {
		return task.status() == DeletionStatus.RUNNING && !now.isBefore(task.due());
	}

	private DeletionStatus end(DeletionTask task) {
		if (task.failure() != null) {
			return task.failure();
		}
		try {
			this.cloud.delete(task.certificateId(), false);
			return DeletionStatus.DELETED;
		}
		catch (RefusedException ex) {
			return (ex.refusal() == Refusal.BOUND) ? DeletionStatus.BOUND : DeletionStatus.FAILED;
		}
	}

}
