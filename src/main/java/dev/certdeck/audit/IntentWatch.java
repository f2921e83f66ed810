package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Ends the intents that a crash or a cut connection left without an outcome, by asking
 * the cloud.
 */
class IntentWatch {

	private static final Log logger = LogFactory.getLog(IntentWatch.class);

	private final AuditTrail trail;

	private final Map<AuditKind, IntentResolver> resolvers;

	private final WriteLock lock;

	private final Duration overdueAfter;

	private final Clock clock;

	/**
	 * Creates the watch.
	 * @param trail the audit trail
	 * @param resolvers find outcomes, one for each kind
	 * @param lock keeps the watch from intents whose write is still under way
	 * @param overdueAfter after what time a call that has had no effect will have none
	 * @param clock the clock
	 */
	IntentWatch(AuditTrail trail, List<IntentResolver> resolvers, WriteLock lock, Duration overdueAfter, Clock clock) {
		this.trail = trail;
		this.resolvers = resolvers.stream().collect(Collectors.toMap(IntentResolver::kind, Function.identity()));
		this.lock = lock;
		this.overdueAfter = overdueAfter;
		this.clock = clock;
	}

	/**
	 * Looks at every open intent once, unless its write is still under way on some
	 * replica. What can't be told yet stays open.
	 */
	void look() {
		this.trail.open().forEach((intent) -> this.lock.unlessBusy(certificate(intent), () -> resolveOpen(intent)));
	}

	/**
	 * Returns what names the certificate to the lock, as the write itself names it.
	 * @param intent the intent
	 * @return the fingerprint for uploads, the id for deletions
	 */
	private static String certificate(AuditEntry intent) {
		return Optional.ofNullable(intent.certificate())
			.map((certificate) -> (intent.kind() == AuditKind.UPLOAD) ? certificate.sha256() : certificate.id())
			.map(String::valueOf)
			.orElse("");
	}

	private void resolveOpen(AuditEntry seen) {
		this.trail.find(seen.id()).filter(AuditEntry::isOpen).ifPresent(this::resolve);
	}

	/**
	 * Resolves an intent whose lock is free. If it was not sent, it never will be: who
	 * would send it is gone, or finds that it has ended.
	 * @param intent the intent
	 */
	private void resolve(AuditEntry intent) {
		if (intent.isUnsent()) {
			end(intent, AuditResult.unsent());
			return;
		}
		boolean overdue = intent.sentOrWishedAt().plus(this.overdueAfter).isBefore(this.clock.instant());
		IntentResolver resolver = this.resolvers.get(intent.kind());
		try {
			if (resolver != null) {
				resolver.resolve(intent, overdue).ifPresent((result) -> end(intent, result));
			}
		}
		catch (RuntimeException ex) {
			logger
				.warn("The outcome of intent %d (%s) is still not known: %s".formatted(intent.id(), intent.kind(), ex));
		}
	}

	private void end(AuditEntry intent, AuditResult result) {
		this.trail.end(intent.id(), intent.kind(), result);
		logger.info("Intent %d (%s) was found %s: %s".formatted(intent.id(), intent.kind(), result.outcome(),
				result.detail()));
	}

}
