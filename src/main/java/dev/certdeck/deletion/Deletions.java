package dev.certdeck.deletion;

import java.time.Clock;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Deletes certificates: reads the certificate and what uses it once more, applies the
 * policy, asks the cloud once, and finds out what became of it.
 */
class Deletions {

	private static final Log logger = LogFactory.getLog(Deletions.class);

	private final CertificateStore store;

	private final Inventory inventory;

	private final DeletionPolicy policy;

	private final Clock clock;

	/**
	 * Creates the deletions.
	 * @param store the cloud's store
	 * @param inventory reads the certificate and takes it out of the snapshot
	 * @param policy decides whether it can be deleted
	 * @param clock the clock
	 */
	Deletions(CertificateStore store, Inventory inventory, DeletionPolicy policy, Clock clock) {
		this.store = store;
		this.inventory = inventory;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * Deletes a certificate if nothing speaks against it.
	 * @param id the certificate's id
	 * @param person who wishes it, for the log
	 * @return what became of it
	 * @throws CloudException if the certificate can't be read; nothing was changed then
	 */
	Outcome delete(CertificateId id, String person) {
		Optional<Entry> current = this.inventory.reread(id);
		if (current.isEmpty()) {
			return new Outcome.Gone(id);
		}
		Entry entry = current.get();
		Certificate certificate = entry.certificate();
		if (!this.policy.decide(certificate, entry.usage(), this.clock.instant()).isAllowed()) {
			return new Outcome.Refused(entry);
		}
		Outcome outcome = ask(certificate);
		logger.info("Deletion of %s by %s: %s".formatted(id, person, outcome.getClass().getSimpleName()));
		return outcome;
	}

	private Outcome ask(Certificate certificate) {
		try {
			this.store.delete(certificate.id());
			this.inventory.forget(certificate.id());
			return new Outcome.Deleted(certificate, false);
		}
		catch (CloudException ex) {
			return ex.mayHaveTakenEffect() ? lookUp(certificate, ex) : new Outcome.RefusedByCloud(certificate, ex);
		}
		finally {
			this.inventory.refresh();
		}
	}

	private Outcome lookUp(Certificate certificate, CloudException lost) {
		try {
			return this.inventory.reread(certificate.id()).isEmpty() ? new Outcome.Deleted(certificate, true)
					: new Outcome.Unknown(certificate, lost, true);
		}
		catch (CloudException ex) {
			return new Outcome.Unknown(certificate, lost, false);
		}
	}

}
