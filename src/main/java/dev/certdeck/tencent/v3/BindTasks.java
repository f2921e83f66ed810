package dev.certdeck.tencent.v3;

import java.time.Duration;
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
 * The tasks in which the cloud looks for the resources that use certificates: started by
 * {@code CreateCertificateBindResourceSyncTask}, read by
 * {@code DescribeCertificateBindResourceTaskResult}, each for up to 100 certificates a
 * call.
 */
class BindTasks {

	private static final String CREATE = "CreateCertificateBindResourceSyncTask";

	private static final String RESULT = "DescribeCertificateBindResourceTaskResult";

	/**
	 * The refusals that no further call gets around.
	 */
	private static final Set<Reason> LASTING = Set.of(Reason.PERMISSION, Reason.CREDENTIALS, Reason.CLOCK,
			Reason.SERVICE_ROLE);

	private static final int BATCH = 100;

	private static final int RUNNING = 0;

	private static final int DONE = 1;

	private final V3Client client;

	private final Parallel parallel;

	private final Duration timeout;

	private final Duration interval;

	/**
	 * Creates the tasks.
	 * @param client calls the cloud
	 * @param parallel makes several calls at once
	 * @param timeout how long to wait for the tasks once they are started
	 * @param interval the time between two looks
	 */
	BindTasks(V3Client client, Parallel parallel, Duration timeout, Duration interval) {
		this.client = client;
		this.parallel = parallel;
		this.timeout = timeout;
		this.interval = interval;
	}

	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Lets the cloud look for the resources that use certificates and waits for it.
	 * @param certificates the certificates
	 * @param fresh whether the cloud must not answer what it found in the last 30 minutes
	 * @return the counts of each certificate; where the cloud could not be asked, failed
	 * or did not end in time, no kind is known
	 */
	Map<CertificateId, Counts> run(Collection<CertificateId> certificates, boolean fresh) {
		Map<CertificateId, Counts> results = new HashMap<>();
		this.parallel
			.map(this.client.reading(Service.SSL, CREATE), batches(new HashSet<>(certificates)),
					(batch) -> start(batch, fresh))
			.forEach(results::putAll);
		Map<String, CertificateId> running = new HashMap<>();
		results.forEach((id, started) -> {
			if (!started.isAnswer()) {
				running.put(started.task(), id);
			}
		});
		await(running, results);
		certificates.forEach(
				(id) -> results.computeIfAbsent(id, (missing) -> Counts.notKnown("", "the cloud did not look for it")));
		return results;
	}

	private void await(Map<String, CertificateId> running, Map<CertificateId, Counts> results) {
		long end = System.nanoTime() + this.timeout.toNanos();
		Map<String, Counts> last = look(running, results);
		while (!running.isEmpty() && System.nanoTime() < end) {
			pause();
			last = look(running, results);
		}
		Counts late = Counts.notKnown("",
				"the cloud had not ended its look after %d s".formatted(this.timeout.toSeconds()));
		for (Map.Entry<String, CertificateId> left : running.entrySet()) {
			results.put(left.getValue(), last.getOrDefault(left.getKey(), late));
		}
	}

	/**
	 * Starts a batch. One that is refused since the cloud does not hold a certificate of
	 * it any more is started in halves, so that this spoils no other.
	 * @param batch the certificates
	 * @param fresh whether the cloud must look itself
	 * @return the tasks as counts without an answer yet, and what could not be started
	 */
	private Map<CertificateId, Counts> start(List<CertificateId> batch, boolean fresh) {
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
				started.putAll(start(batch.subList(0, half), fresh));
				started.putAll(start(batch.subList(half, batch.size()), fresh));
				return started;
			}
			batch.forEach((id) -> started.put(id, Counts.notKnown("", String.valueOf(ex.getMessage()))));
		}
		return started;
	}

	/**
	 * Looks once at all tasks that run, and takes out those that have an answer.
	 * @param running the tasks that run
	 * @param results takes the answers
	 * @return what is known of tasks without an answer, by task
	 */
	private Map<String, Counts> look(Map<String, CertificateId> running, Map<CertificateId, Counts> results) {
		Map<String, Counts> open = new HashMap<>();
		this.parallel.map(this.client.reading(Service.SSL, RESULT), batches(running.keySet()), this::look)
			.forEach(open::putAll);
		open.entrySet().removeIf((looked) -> {
			boolean ended = looked.getValue().isAnswer();
			CertificateId id = ended ? running.remove(looked.getKey()) : null;
			if (id != null) {
				results.put(id, looked.getValue());
			}
			return ended;
		});
		return open;
	}

	private Map<String, Counts> look(List<String> tasks) {
		Map<String, Counts> looked = new HashMap<>();
		try {
			Reply reply = this.client.read(RESULT, Map.of("TaskIds", tasks));
			List<Fields> rows = reply.items(reply.body(), "SyncTaskBindResourceResult");
			Set<String> told = new HashSet<>();
			for (Fields result : rows) {
				told.add(result.text("TaskId"));
				if (!Integer.valueOf(RUNNING).equals(result.integer("Status"))) {
					looked.put(result.text("TaskId"), ended(reply, result));
				}
			}
			if (rows.stream().anyMatch((row) -> row.text("TaskId").isEmpty())) {
				tasks.stream()
					.filter((task) -> !told.contains(task))
					.forEach((task) -> looked.put(task, Counts.notKnown(task, BindingSource.LEFT_OUT)));
			}
		}
		catch (CloudException ex) {
			String cause = String.valueOf(ex.getMessage());
			tasks.forEach((task) -> looked.put(task,
					LASTING.contains(ex.reason()) ? Counts.notKnown(task, cause) : Counts.notYet(task, cause)));
		}
		return looked;
	}

	/**
	 * Reads a task that runs no more. What can't be understood spoils this task alone.
	 * @param reply the reply that holds the task
	 * @param result the task
	 * @return what it counted
	 */
	private static Counts ended(Reply reply, Fields result) {
		String task = result.text("TaskId");
		if (!Integer.valueOf(DONE).equals(result.integer("Status")) || !error(result).isEmpty()) {
			return Counts.notKnown(task, cause(result));
		}
		try {
			Counts counts = CountsReader.read(reply, result);
			return counts.products().isEmpty() ? Counts.notYet(task, "the cloud's answer is empty") : counts;
		}
		catch (CloudException ex) {
			return Counts.notKnown(task, String.valueOf(ex.getMessage()));
		}
	}

	private static String cause(Fields result) {
		return "the cloud's look failed: " + error(result);
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

	private void pause() {
		try {
			Thread.sleep(this.interval.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.client.reading(Service.SSL, RESULT)
				.unreachable("the wait for the answer was interrupted", false, ex);
		}
	}

}
