package dev.certdeck.deletion;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.pki.CertificateChain;
import dev.certdeck.write.CloudWrite;
import dev.certdeck.write.Polling;
import dev.certdeck.write.WriteOutcome;
import dev.certdeck.write.WriteRequest;
import org.jspecify.annotations.Nullable;

/**
 * The deletion of a certificate. The certificate is read again and what uses it is
 * checked before the deletion is sent. If the answer is lost, a certificate that the
 * cloud no longer holds was deleted.
 */
class DeletionWrite implements CloudWrite<CertificateId> {

	/**
	 * The result if the cloud did not hold the certificate when it was read.
	 */
	static final AuditResult GONE = AuditResult.failed("The cloud no longer held the certificate; nothing was sent.");

	static final String FOUND_GONE = "The answer was lost; the certificate was looked up and is gone.";

	private final CertificateStore store;

	private final Inventory inventory;

	private final UsageChecks checks;

	private final Function<Entry, List<String>> objections;

	private final TaskProperties task;

	/**
	 * Creates the deletion.
	 * @param store the cloud's store
	 * @param inventory takes what is read of the certificate, and its deletion
	 * @param checks check what uses the certificate
	 * @param objections returns the reasons against the deletion of a certificate
	 * @param task how long to wait for the cloud's task
	 */
	DeletionWrite(CertificateStore store, Inventory inventory, UsageChecks checks,
			Function<Entry, List<String>> objections, TaskProperties task) {
		this.store = store;
		this.inventory = inventory;
		this.checks = checks;
		this.objections = objections;
		this.task = task;
	}

	WriteRequest<CertificateId> request(CertificateId id, Actor actor) {
		CertificateSummary known = this.inventory.find(id)
			.map((entry) -> CertificateSummary.of(entry.certificate()))
			.orElseGet(() -> CertificateSummary.of(id));
		return new WriteRequest<>(known, id, null, actor);
	}

	@Override
	public AuditKind kind() {
		return AuditKind.DELETION;
	}

	@Override
	public String lockKey(CertificateSummary certificate) {
		return Objects.toString(certificate.id(), "");
	}

	@Override
	public Duration initialWait() {
		return this.task.initialWait();
	}

	@Override
	public CertificateSummary describe(CertificateSummary certificate) {
		CertificateId id = Objects.requireNonNull(certificate.id());
		Optional<CertificateWithChain> held = this.store.read(id);
		this.inventory.take(id, held.map(CertificateWithChain::certificate));
		return held.map(CertificateChain::summary).orElse(certificate);
	}

	@Override
	public Optional<AuditResult> check(CertificateId id) {
		Optional<Entry> known = this.inventory.find(id).or(() -> this.inventory.reread(id));
		if (known.isEmpty()) {
			return Optional.of(GONE);
		}
		List<String> reasons = this.objections
			.apply(new Entry(known.get().certificate(), this.checks.startAnew(id).await()));
		return reasons.isEmpty() ? Optional.empty() : Optional.of(AuditResult.refused(String.join("\n", reasons)));
	}

	@Override
	public WriteOutcome send(CertificateId id) {
		DeletionProgress progress = this.store.delete(id);
		return (progress instanceof DeletionProgress.Running running) ? new WriteOutcome.Running(running.task())
				: new WriteOutcome.Ended(result(id, progress));
	}

	private static AuditResult result(CertificateId id, DeletionProgress ended) {
		return (ended instanceof DeletionProgress.Failed failed) ? AuditResult.of(failed.error())
				: AuditResult.done(id, "");
	}

	@Override
	public Polling polling(AuditEntry intent) {
		return (intent.task() == null) ? Polling.ONCE
				: new Polling((int) this.task.initialWait().dividedBy(this.task.interval()), this.task.interval());
	}

	@Override
	public Optional<AuditResult> resolve(AuditEntry intent, boolean overdue) {
		CertificateId id = intent.subject().id();
		if (id == null) {
			return Optional.of(AuditResult.failed("The intent names no certificate."));
		}
		DeletionProgress progress = (intent.task() != null) ? follow(id, intent.task()) : null;
		if (progress != null) {
			return (progress instanceof DeletionProgress.Running) ? Optional.empty()
					: Optional.of(result(id, progress));
		}
		if (this.inventory.reread(id).isEmpty()) {
			return Optional.of(AuditResult.done(id, FOUND_GONE));
		}
		return overdue ? Optional.of(AuditResult.failed("The answer was lost; the certificate is still held."))
				: Optional.empty();
	}

	private @Nullable DeletionProgress follow(CertificateId id, String task) {
		try {
			return this.store.follow(id, task);
		}
		catch (CloudException ex) {
			// The cloud no longer knows the task.
			if (ex.failure() == Failure.REFUSED || ex.failure() == Failure.UNINTELLIGIBLE) {
				return null;
			}
			throw ex;
		}
	}

	@Override
	public void after(AuditEntry intent, WriteOutcome outcome) {
		CertificateId id = Objects.requireNonNull(intent.subject().id());
		if (outcome instanceof WriteOutcome.Ended ended) {
			AuditResult result = ended.result();
			if (result.outcome() == AuditOutcome.DONE) {
				this.inventory.forget(id);
			}
			// The page names what uses the certificate, which Certdeck did not know.
			if (result.error() != null && result.error().reason() == Reason.BOUND) {
				this.checks.await(this.checks.startAnew(id));
			}
		}
		this.inventory.refreshList();
	}

	@Override
	public void cancelChecks() {
		this.checks.close();
	}

}
