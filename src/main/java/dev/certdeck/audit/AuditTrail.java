package dev.certdeck.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Records writes to the cloud: the intent, that it is sent, and its outcome. What can't
 * be recorded must not be sent.
 */
public class AuditTrail {

	private static final Log logger = LogFactory.getLog(AuditTrail.class);

	private static final int LONGEST_HISTORY = 50;

	private static final int MOST_OPEN = 1000;

	private final AuditRows rows;

	private final AuditSearch search;

	private final WriteCounter counter;

	private final Clock clock;

	/**
	 * Creates the trail.
	 * @param rows writes the rows
	 * @param search reads the rows
	 * @param counter counts the writes by outcome
	 * @param clock the clock
	 */
	AuditTrail(AuditRows rows, AuditSearch search, WriteCounter counter, Clock clock) {
		this.rows = rows;
		this.search = search;
		this.counter = counter;
		this.clock = clock;
	}

	/**
	 * Records the intent to write. The write may be {@linkplain #send sent} then.
	 * @param kind the kind of write
	 * @param actor who asks for it
	 * @param certificate the certificate
	 * @param attempt the id by which a repeated request is recognized, if it has one
	 * @return the intent
	 * @throws AuditUnavailableException if it can't be recorded; the write must not be
	 * sent then
	 */
	public AuditEntry intend(AuditKind kind, Actor actor, CertificateSummary certificate, @Nullable String attempt) {
		Instant now = now();
		long id = guarded(() -> this.rows.add(now, kind.name(), actor, certificate, attempt, AuditResult.OPEN));
		return new AuditEntry(id, kind, actor, certificate, new AuditEntry.Timeline(now, null, null, 1), null,
				AuditResult.OPEN);
	}

	/**
	 * Records that the write of an intent is sent now. If several threads or replicas try
	 * to send or to end an intent, only the first succeeds.
	 * @param intent the intent
	 * @return {@code false} if the intent has ended or was sent before; the write must
	 * not be sent then
	 * @throws AuditUnavailableException if it can't be recorded; the write must not be
	 * sent then
	 */
	public boolean send(AuditEntry intent) {
		return guarded(() -> this.rows.send(intent.id(), now()));
	}

	/**
	 * Records the outcome of an intent, unless it has one. An outcome that can't be
	 * recorded leaves the intent open, to be resolved later.
	 * @param intent the intent
	 * @param result the outcome
	 */
	public void end(AuditEntry intent, AuditResult result) {
		recordIfPossible("The outcome %s of intent %d (%s)".formatted(result.outcome(), intent.id(), intent.kind()),
				() -> {
					if (this.rows.end(intent.id(), now(), result)) {
						this.counter.count(intent.kind(), result.outcome());
					}
					else {
						logger.error("Intent %d (%s) had an outcome already; this one is not recorded: %s"
							.formatted(intent.id(), intent.kind(), result));
					}
				});
	}

	/**
	 * Records the error that leaves the outcome of an intent open.
	 * @param intent the intent
	 * @param error the error of a call that may have taken effect
	 */
	public void note(AuditEntry intent, CloudError error) {
		recordIfPossible("The error of intent %d".formatted(intent.id()),
				() -> this.rows.end(intent.id(), now(), AuditResult.open(error)));
	}

	/**
	 * Records the task by which the cloud carries out the write of an intent.
	 * @param intent the intent
	 * @param task the id of the task
	 */
	public void running(AuditEntry intent, String task) {
		recordIfPossible("Task %s of intent %d".formatted(task, intent.id()),
				() -> this.rows.setTask(intent.id(), task));
	}

	private static void recordIfPossible(String what, Runnable access) {
		try {
			access.run();
		}
		catch (DataAccessException | TransactionException ex) {
			// The write was sent: this failure must not hide its outcome.
			logger.error("%s could not be recorded; it stays open: %s".formatted(what,
					NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
		}
	}

	/**
	 * Returns the latest write to a certificate that is open or done, else the latest
	 * one: a later attempt to delete the same certificate does not hide its deletion.
	 * @param kind the kind of write
	 * @param certificate the cloud's id
	 * @return the entry, if there is one
	 * @throws AuditUnavailableException if the trail can't be read
	 */
	public Optional<AuditEntry> last(AuditKind kind, CertificateId certificate) {
		List<AuditEntry> writes = guarded(() -> this.search.of(CertificateSummary.of(certificate), LONGEST_HISTORY))
			.stream()
			.filter((entry) -> entry.kind() == kind)
			.toList();
		return writes.stream()
			.filter((entry) -> entry.isOpen() || entry.outcome() == AuditOutcome.DONE)
			.findFirst()
			.or(() -> writes.stream().findFirst());
	}

	/**
	 * Returns the last entry of an attempt.
	 * @param attempt the attempt
	 * @return the entry, if the attempt has an intent
	 * @throws AuditUnavailableException if the trail can't be read
	 */
	public Optional<AuditEntry> lastOf(String attempt) {
		return guarded(() -> this.search.lastOfAttempt(attempt));
	}

	/**
	 * Returns the writes of a kind to a certificate.
	 * @param kind the kind of write
	 * @param certificate the certificate, identified by its id, else by its fingerprint
	 * @return the entries, the latest first
	 * @throws AuditUnavailableException if the trail can't be read
	 */
	public List<AuditEntry> writes(AuditKind kind, CertificateSummary certificate) {
		return guarded(() -> this.search.of(certificate, MOST_OPEN)).stream()
			.filter((entry) -> entry.kind() == kind)
			.toList();
	}

	/**
	 * Returns the latest entries about a certificate.
	 * @param certificate the cloud's id
	 * @return the entries, the latest first
	 */
	public List<AuditEntry> history(CertificateId certificate) {
		return this.search.of(CertificateSummary.of(certificate), LONGEST_HISTORY);
	}

	/**
	 * Returns an entry.
	 * @param id its number
	 * @return the entry, if there is one
	 * @throws AuditUnavailableException if the trail can't be read
	 */
	public Optional<AuditEntry> find(long id) {
		return guarded(() -> this.search.find(id));
	}

	/**
	 * Returns the intents whose outcome is not known.
	 * @return the intents, the latest first
	 */
	public List<AuditEntry> open() {
		return this.search.open(MOST_OPEN);
	}

	private static <T> T guarded(Supplier<T> access) {
		try {
			return access.get();
		}
		catch (DataAccessException | TransactionException ex) {
			throw new AuditUnavailableException(ex);
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
