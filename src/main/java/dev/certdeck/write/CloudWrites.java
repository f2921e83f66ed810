package dev.certdeck.write;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Message;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.StringUtils;

/**
 * Executes writes: records the intent, checks, sends once, and records the outcome, while
 * a lock keeps other writes to the same certificate away. Those that may take minutes are
 * executed in the background.
 */
public class CloudWrites implements AutoCloseable {

	static final AuditResult SHUT_DOWN = AuditResult.failed("Certdeck was shut down before anything was sent.");

	private static final Log logger = LogFactory.getLog(CloudWrites.class);

	private final AuditTrail trail;

	private final WriteLock lock;

	private final Runnable cancelChecks;

	private final BackgroundWrites background;

	/**
	 * Creates the writes.
	 * @param trail records intents and outcomes
	 * @param lock serializes the writes to a certificate
	 * @param executor executes writes in the background; its threads are never
	 * interrupted, since H2 closes its file on an interrupted thread
	 * @param cancelChecks cancels the checks that are under way
	 */
	public CloudWrites(AuditTrail trail, WriteLock lock, ExecutorService executor, Runnable cancelChecks) {
		this.trail = trail;
		this.lock = lock;
		this.background = new BackgroundWrites(executor);
		this.cancelChecks = cancelChecks;
	}

	/**
	 * Executes a write, and waits a moment for the outcome of one that may take minutes.
	 * @param <T> the type of the request's content
	 * @param write the kind of write
	 * @param request what is asked for
	 * @return the outcome as far as it is known
	 * @throws CloudException if the cloud can't be asked beforehand; nothing was changed
	 * @throws dev.certdeck.audit.AuditUnavailableException if the write can't be
	 * recorded; nothing was changed
	 * @throws WriteBusyException if another write to the certificate does not end in
	 * time; nothing was changed
	 */
	public <T> WriteOutcome execute(CloudWrite<T> write, WriteRequest<T> request) {
		CertificateSummary certificate = request.certificate();
		return this.lock
			.hold(write.lockKey(certificate), () -> last(write, certificate).filter(AuditEntry::isOpen).isPresent())
			.map((hold) -> execute(write, request, hold))
			.orElse(WriteOutcome.Running.WITHOUT_TASK);
	}

	private Optional<AuditEntry> last(CloudWrite<?> write, CertificateSummary certificate) {
		return (write.initialWait() != null && certificate.id() != null)
				? this.trail.last(write.kind(), certificate.id()) : Optional.empty();
	}

	/**
	 * Tells whether a certificate is being written.
	 * @param write the kind of write, one that may take minutes
	 * @param certificate the certificate
	 * @return {@code true} if that was asked for and is not known to have ended
	 * @throws dev.certdeck.audit.AuditUnavailableException if the trail can't be read
	 */
	public boolean isRunning(CloudWrite<?> write, CertificateSummary certificate) {
		return last(write, certificate).filter(AuditEntry::isRunning).isPresent();
	}

	private <T> WriteOutcome execute(CloudWrite<T> write, WriteRequest<T> request, WriteLock.Hold hold) {
		boolean handedOn = false;
		try {
			if (isRunning(write, request.certificate())) {
				return WriteOutcome.Running.WITHOUT_TASK;
			}
			Optional<WriteOutcome> before = write.before(request);
			if (before.isPresent()) {
				return before.get();
			}
			AuditEntry intent = this.trail.intend(write.kind(), request.actor(), write.describe(request.certificate()),
					request.attempt());
			Duration wait = write.initialWait();
			if (wait == null) {
				return execute(write, request.content(), intent);
			}
			handedOn = true;
			return this.background.execute(() -> execute(write, request.content(), intent), hold::close, wait);
		}
		finally {
			if (!handedOn) {
				hold.close();
			}
		}
	}

	private <T> WriteOutcome execute(CloudWrite<T> write, T content, AuditEntry intent) {
		Optional<AuditResult> objection;
		try {
			objection = write.check(content);
		}
		catch (CancellationException ex) {
			end(intent, SHUT_DOWN);
			return WriteOutcome.Running.WITHOUT_TASK;
		}
		if (objection.isPresent()) {
			return end(intent, objection.get());
		}
		if (!this.trail.send(intent)) {
			logger.warn("A write (%s) was not sent: intent %d has ended".formatted(intent.kind(), intent.id()));
			return WriteOutcome.Running.WITHOUT_TASK;
		}
		WriteOutcome outcome = send(write, content, intent);
		logger.info("%s of %s (intent %d): %s".formatted(StringUtils.capitalize(Message.key(intent.kind())),
				write.lockKey(intent.subject()), intent.id(),
				(outcome instanceof WriteOutcome.Ended ended) ? ended.result() : outcome));
		write.after(intent, outcome);
		return outcome;
	}

	private <T> WriteOutcome send(CloudWrite<T> write, T content, AuditEntry intent) {
		try {
			WriteOutcome outcome = write.send(content);
			if (outcome instanceof WriteOutcome.Running running) {
				this.trail.running(intent, running.task());
				return poll(write, intent.withTask(running.task()), running);
			}
			return (outcome instanceof WriteOutcome.Ended ended) ? end(intent, ended.result()) : outcome;
		}
		catch (CloudException ex) {
			if (!ex.mayHaveTakenEffect()) {
				return end(intent, AuditResult.of(ex.error()));
			}
			logger.warn("The outcome of intent %d (%s) is unknown: %s".formatted(intent.id(), intent.kind(),
					ex.getMessage()));
			this.trail.note(intent, ex.error());
			return poll(write, intent, new WriteOutcome.Unknown(ex.error().message(), true));
		}
	}

	private WriteOutcome poll(CloudWrite<?> write, AuditEntry intent, WriteOutcome open) {
		Polling polling = write.polling(intent);
		boolean asked = false;
		for (int attempt = 0; attempt < polling.attempts() && polling.pause(); attempt++) {
			try {
				Optional<AuditResult> result = write.resolve(intent, false);
				asked = true;
				if (result.isPresent()) {
					return end(intent, result.get());
				}
			}
			catch (CloudException ex) {
				asked = false;
				logger.warn("Could not ask for the outcome of intent %d (%s): %s".formatted(intent.id(), intent.kind(),
						ex.getMessage()));
			}
		}
		return (open instanceof WriteOutcome.Unknown unknown) ? new WriteOutcome.Unknown(unknown.detail(), asked)
				: open;
	}

	private WriteOutcome end(AuditEntry intent, AuditResult result) {
		this.trail.end(intent, result);
		return new WriteOutcome.Ended(result);
	}

	/**
	 * Cancels the checks, so that nothing more is sent, and waits until the outcomes of
	 * what was sent are recorded.
	 */
	@Override
	public void close() {
		this.cancelChecks.run();
		this.background.shutdown();
	}

}
