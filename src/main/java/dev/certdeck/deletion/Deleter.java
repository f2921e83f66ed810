package dev.certdeck.deletion;

import java.util.concurrent.CancellationException;
import java.util.function.Function;

import dev.certdeck.audit.AuditKind;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditTrail;
import dev.certdeck.certificate.Deletability;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.UsageChecks;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Carries a wish to delete a certificate out: looks at what uses it, decides, and has it
 * sent if nothing speaks against it.
 */
class Deleter {

	static final String SHUT_DOWN = "Certdeck was shut down before anything was sent.";

	private static final Log logger = LogFactory.getLog(Deleter.class);

	private final UsageChecks checks;

	private final Function<Entry, Deletability> rule;

	private final Function<Deletability, String> reasons;

	private final AuditTrail trail;

	private final DeletionCall call;

	/**
	 * Creates the deleter.
	 * @param checks look at what uses the certificate
	 * @param rule decides whether it can be deleted
	 * @param reasons puts the reasons against a deletion into words
	 * @param trail records that the wish is sent or refused
	 * @param call asks the cloud
	 */
	Deleter(UsageChecks checks, Function<Entry, Deletability> rule, Function<Deletability, String> reasons,
			AuditTrail trail, DeletionCall call) {
		this.checks = checks;
		this.rule = rule;
		this.reasons = reasons;
		this.trail = trail;
		this.call = call;
	}

	/**
	 * Carries a wish out.
	 * @param wish the wish
	 * @return what became of it; {@link Outcome.Running} also where the trail alone can
	 * tell
	 * @throws dev.certdeck.audit.AuditUnavailableException if it can't be recorded that
	 * it is sent; it was not then
	 */
	Outcome carryOut(Wish wish) {
		Entry entry;
		try {
			entry = new Entry(wish.entry().certificate(), this.checks.startAnew(wish.id()).await());
		}
		catch (CancellationException ex) {
			end(wish, AuditResult.failed(SHUT_DOWN));
			return new Outcome.Running(wish.id());
		}
		Deletability deletability = this.rule.apply(entry);
		if (!deletability.isAllowed()) {
			end(wish, AuditResult.refused(this.reasons.apply(deletability)));
			return new Outcome.Refused(entry);
		}
		if (!this.trail.send(wish.intent())) {
			logger.warn("The deletion of %s was not sent: intent %d has ended".formatted(wish.id(), wish.intent()));
			return new Outcome.Running(wish.id());
		}
		Outcome outcome = this.call.send(entry.certificate(), wish.intent());
		logger.info("Deletion of %s (intent %d): %s".formatted(wish.id(), wish.intent(),
				outcome.getClass().getSimpleName()));
		return outcome;
	}

	private void end(Wish wish, AuditResult result) {
		this.trail.end(wish.intent(), AuditKind.DELETION, result);
	}

}
