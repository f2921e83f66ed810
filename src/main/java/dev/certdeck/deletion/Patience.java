package dev.certdeck.deletion;

import java.time.Duration;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionProgress;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Waits a moment for deletions that the cloud carries out by itself, so that whoever
 * asked for a quick one is told its outcome at once.
 */
class Patience {

	private static final Log logger = LogFactory.getLog(Patience.class);

	private final CertificateStore store;

	private final Duration limit;

	private final Duration interval;

	/**
	 * Creates the patience.
	 * @param store tells how far a deletion is
	 * @param limit how long to wait
	 * @param interval the time between two looks
	 */
	Patience(CertificateStore store, Duration limit, Duration interval) {
		this.store = store;
		this.limit = limit;
		this.interval = interval;
	}

	/**
	 * Waits for a deletion.
	 * @param id the certificate's id
	 * @param running the deletion
	 * @return how far it is when it has ended or the patience is over; it runs on if the
	 * cloud can't be asked
	 */
	DeletionProgress await(CertificateId id, DeletionProgress.Running running) {
		DeletionProgress progress = running;
		long end = System.nanoTime() + this.limit.toNanos();
		try {
			while (progress instanceof DeletionProgress.Running && System.nanoTime() < end) {
				Thread.sleep(this.interval.toMillis());
				progress = this.store.follow(id, running.task());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (CloudException ex) {
			logger.warn("Could not ask how far the deletion of %s is: %s".formatted(id, ex.getMessage()));
		}
		return progress;
	}

}
