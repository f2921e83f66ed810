package dev.certdeck.tencent.v3;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import dev.certdeck.certificate.CertificateId;

/**
 * Runs the tasks in which the cloud searches for the resources that use certificates.
 */
class BindTasks {

	private final BindTaskCalls calls;

	private final Duration timeout;

	private final Duration interval;

	/**
	 * Creates the runner.
	 * @param calls calls the cloud
	 * @param timeout how long to wait for the tasks once they are started
	 * @param interval the time between two looks at the results
	 */
	BindTasks(BindTaskCalls calls, Duration timeout, Duration interval) {
		this.calls = calls;
		this.timeout = timeout;
		this.interval = interval;
	}

	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Lets the cloud search for the resources that use certificates and waits for it.
	 * @param certificates the certificates
	 * @param fresh whether the cloud must not answer what it found in the last 30 minutes
	 * @return the counts of each certificate; where the cloud could not be asked, failed
	 * or did not end in time, no kind is known
	 */
	Map<CertificateId, Counts> run(Collection<CertificateId> certificates, boolean fresh) {
		Map<CertificateId, Counts> results = this.calls.start(certificates, fresh);
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
	 * Reads the results of running tasks once, and takes out those that have an answer.
	 * @param running the tasks that run
	 * @param results receives the answers
	 * @return what is known of tasks without an answer, by task
	 */
	private Map<String, Counts> look(Map<String, CertificateId> running, Map<CertificateId, Counts> results) {
		Map<String, Counts> open = this.calls.results(running.keySet());
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

	private void pause() {
		try {
			Thread.sleep(this.interval.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.calls.interrupted(ex);
		}
	}

}
