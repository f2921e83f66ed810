package dev.certdeck.audit;

import java.util.Optional;

/**
 * Finds out from the cloud what became of intents of one kind whose outcome was lost.
 */
public interface IntentResolver {

	/**
	 * Returns the kind of intents that it knows.
	 * @return the kind
	 */
	AuditKind kind();

	/**
	 * Looks for the outcome of an intent.
	 * @param intent the intent
	 * @param overdue whether so much time has passed that a call which has had no effect
	 * yet will have none
	 * @return the outcome, or nothing if it can't be told yet
	 * @throws dev.certdeck.certificate.CloudException if the cloud can't be asked
	 */
	Optional<AuditResult> resolve(AuditEntry intent, boolean overdue);

}
