package dev.certdeck.write;

import java.time.Duration;
import java.util.Optional;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.certificate.CertificateSummary;
import org.jspecify.annotations.Nullable;

/**
 * A kind of write to the cloud. {@link CloudWrites} executes it, and
 * {@link WriteResolver} resolves outcomes that were lost.
 *
 * @param <T> what is needed to send it; it is never recorded
 */
public interface CloudWrite<T> {

	/**
	 * Returns the kind under which it is recorded.
	 * @return the kind
	 */
	AuditKind kind();

	/**
	 * Returns the key of the lock under which a write is executed.
	 * @param certificate the certificate to write
	 * @return the key, empty if the certificate has none
	 */
	String lockKey(CertificateSummary certificate);

	/**
	 * Returns how long the response waits for the outcome of a write that may take
	 * minutes and has a progress page.
	 * @return the time, absent if the write is executed before the response
	 */
	default @Nullable Duration initialWait() {
		return null;
	}

	/**
	 * Checks whether there is anything to do, before anything is recorded.
	 * @param request what is asked for
	 * @return the outcome, absent if the write is to be executed
	 * @throws dev.certdeck.certificate.CloudException if the cloud can't be asked;
	 * nothing is recorded or sent then
	 */
	default Optional<WriteOutcome> before(WriteRequest<T> request) {
		return Optional.empty();
	}

	/**
	 * Describes the certificate for the audit trail.
	 * @param certificate what is known of it
	 * @return the certificate as it is now
	 * @throws dev.certdeck.certificate.CloudException if the cloud can't be asked;
	 * nothing is recorded or sent then
	 */
	default CertificateSummary describe(CertificateSummary certificate) {
		return certificate;
	}

	/**
	 * Decides whether a recorded write may be sent.
	 * @param content what is needed to send it
	 * @return why it must not be sent, absent if it may
	 * @throws java.util.concurrent.CancellationException if Certdeck shuts down
	 */
	default Optional<AuditResult> check(T content) {
		return Optional.empty();
	}

	/**
	 * Sends the write, once.
	 * @param content what is needed to send it
	 * @return its result, or the task that carries it out
	 * @throws dev.certdeck.certificate.CloudException if the call fails
	 */
	WriteOutcome send(T content);

	/**
	 * Asks the cloud for the outcome of a write that was sent.
	 * @param intent its intent, with the cloud's task if there is one
	 * @param overdue whether so much time has passed that a call which has had no effect
	 * yet will have none
	 * @return the result, absent if it can't be told yet
	 * @throws dev.certdeck.certificate.CloudException if the cloud can't be asked
	 */
	Optional<AuditResult> resolve(AuditEntry intent, boolean overdue);

	/**
	 * Returns how often to {@linkplain #resolve resolve} a write right after it was sent.
	 * @param intent its intent, with the cloud's task if there is one
	 * @return the polling
	 */
	default Polling polling(AuditEntry intent) {
		return Polling.ONCE;
	}

	/**
	 * Handles the outcome of a write that was sent.
	 * @param intent its intent
	 * @param outcome the outcome, as far as it is known
	 */
	default void after(AuditEntry intent, WriteOutcome outcome) {
	}

	/**
	 * Cancels the checks that are under way, since Certdeck shuts down.
	 */
	default void cancelChecks() {
	}

}
