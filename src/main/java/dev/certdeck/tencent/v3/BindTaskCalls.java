package dev.certdeck.tencent.v3;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.tencent.Parallel;
import dev.certdeck.tencent.RemoteText;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;

/**
 * The calls about tasks in which the cloud searches for the resources that use
 * certificates: {@code CreateCertificateBindResourceSyncTask} and
 * {@code DescribeCertificateBindResourceTaskResult}, each for up to 100 certificates.
 */
class BindTaskCalls {

	private static final String CREATE = "CreateCertificateBindResourceSyncTask";

	private static final String RESULT = "DescribeCertificateBindResourceTaskResult";

	/**
	 * The reasons for which further calls would fail as well.
	 */
	private static final Set<Reason> LASTING = Set.of(Reason.PERMISSION, Reason.CREDENTIALS, Reason.CLOCK,
			Reason.SERVICE_ROLE);

	private static final int BATCH = 100;

	private static final int RUNNING = 0;

	private static final int DONE = 1;

	private final V3Client client;

	private final Parallel parallel;

	/**
	 * Creates the calls.
	 * @param client calls the cloud
	 * @param parallel makes several calls at once
	 */
	BindTaskCalls(V3Client client, Parallel parallel) {
		this.client = client;
		this.parallel = parallel;
	}

	/**
	 * Starts tasks.
	 * @param certificates the certificates
	 * @param fresh whether the cloud must not answer what it found in the last 30 minutes
	 * @return the tasks as counts without an answer yet, or why none was started; a
	 * certificate that the cloud passes over is missing
	 */
	Map<CertificateId, Counts> start(Collection<CertificateId> certificates, boolean fresh) {
		Map<CertificateId, Counts> started = new HashMap<>();
		this.parallel
			.map(this.client.reading(Service.SSL, CREATE), batches(Set.copyOf(certificates)),
					(batch) -> startBatch(batch, fresh))
			.forEach(started::putAll);
		return started;
	}

	/**
	 * Starts the tasks of a batch. If the cloud refuses it because a certificate is gone,
	 * it is split in halves, so that the others are started.
	 * @param batch the certificates
	 * @param fresh whether the cloud must search itself
	 * @return the tasks as counts without an answer yet, or why none was started
	 */
	private Map<CertificateId, Counts> startBatch(List<CertificateId> batch, boolean fresh) {
		Map<CertificateId, Counts> started = new HashMap<>();
		try {
			Reply reply = this.client.read(CREATE, Map.of("CertificateIds",
					batch.stream().map(CertificateId::value).toList(), "IsCache", fresh ? 0 : 1));
			for (Fields row : reply.items(reply.body(), "CertTaskIds")) {
				String task = row.text("TaskId");
				CertificateId.parse(row.text("CertId"))
					.filter((id) -> !task.isBlank() && batch.contains(id))
					.ifPresent((id) -> started.putIfAbsent(id, Counts.notYet(task, "the cloud looks for it")));
			}
		}
		catch (CloudException ex) {
			if (ex.reason() == Reason.NOT_FOUND && batch.size() > 1) {
				int half = batch.size() / 2;
				started.putAll(startBatch(batch.subList(0, half), fresh));
				started.putAll(startBatch(batch.subList(half, batch.size()), fresh));
				return started;
			}
			batch.forEach((id) -> started.put(id, Counts.notKnown("", String.valueOf(ex.getMessage()))));
		}
		return started;
	}

	/**
	 * Reads the results of tasks.
	 * @param tasks the tasks
	 * @return the results by task; a task that runs is missing
	 */
	Map<String, Counts> results(Set<String> tasks) {
		Map<String, Counts> results = new HashMap<>();
		this.parallel.map(this.client.reading(Service.SSL, RESULT), batches(tasks), this::readBatch)
			.forEach(results::putAll);
		return results;
	}

	private Map<String, Counts> readBatch(List<String> tasks) {
		Map<String, Counts> read = new HashMap<>();
		try {
			Reply reply = this.client.read(RESULT, Map.of("TaskIds", tasks));
			List<Fields> rows = reply.items(reply.body(), "SyncTaskBindResourceResult");
			Set<String> named = new HashSet<>();
			for (Fields result : rows) {
				named.add(result.text("TaskId"));
				if (!Integer.valueOf(RUNNING).equals(result.integer("Status"))) {
					read.put(result.text("TaskId"), result(reply, result));
				}
			}
			if (rows.stream().anyMatch((row) -> row.text("TaskId").isEmpty())) {
				tasks.stream()
					.filter((task) -> !named.contains(task))
					.forEach((task) -> read.put(task, Counts.notKnown(task, BindingSource.LEFT_OUT)));
			}
		}
		catch (CloudException ex) {
			String cause = String.valueOf(ex.getMessage());
			tasks.forEach((task) -> read.put(task,
					LASTING.contains(ex.reason()) ? Counts.notKnown(task, cause) : Counts.notYet(task, cause)));
		}
		return read;
	}

	/**
	 * Reads the result of a task that has ended. A result that can't be read affects no
	 * other task.
	 * @param reply the reply that holds the task
	 * @param result the task
	 * @return what it counted
	 */
	private static Counts result(Reply reply, Fields result) {
		String task = result.text("TaskId");
		if (!Integer.valueOf(DONE).equals(result.integer("Status")) || !error(result).isEmpty()) {
			return Counts.notKnown(task, "the cloud's look failed: " + error(result));
		}
		try {
			Counts counts = CountsReader.read(reply, result);
			return counts.products().isEmpty() ? Counts.notYet(task, "the cloud's answer is empty") : counts;
		}
		catch (CloudException ex) {
			return Counts.notKnown(task, String.valueOf(ex.getMessage()));
		}
	}

	private static String error(Fields result) {
		Fields error = result.object("Error");
		return RemoteText.readable(error.text("Code") + " " + error.text("Message") + " " + result.text("Error"));
	}

	private static <T> List<List<T>> batches(Set<T> items) {
		List<T> all = List.copyOf(items);
		List<List<T>> batches = new ArrayList<>();
		for (int start = 0; start < all.size(); start += BATCH) {
			batches.add(all.subList(start, Math.min(start + BATCH, all.size())));
		}
		return batches;
	}

	CloudException interrupted(InterruptedException cause) {
		return this.client.reading(Service.SSL, RESULT)
			.unreachable("the wait for the answer was interrupted", false, cause);
	}

}
