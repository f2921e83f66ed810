package dev.certdeck.upload;

import java.time.Duration;
import java.util.Optional;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Looks for a certificate whose upload has an unknown outcome, a few times with a wait
 * before each.
 */
class Lookup {

	private static final Log logger = LogFactory.getLog(Lookup.class);

	private final HeldLeaves heldLeaves;

	private final int tries;

	private final Duration wait;

	Lookup(HeldLeaves heldLeaves, int tries, Duration wait) {
		this.heldLeaves = heldLeaves;
		this.tries = tries;
		this.wait = wait;
	}

	/**
	 * Looks for a leaf.
	 * @param leaf the leaf
	 * @return the id under which the cloud holds it, or nothing if it was not found or
	 * the cloud can't be asked
	 */
	Optional<CertificateId> find(CertificateSummary leaf) {
		Optional<CertificateId> found = Optional.empty();
		for (int attempt = 0; attempt < this.tries && found.isEmpty() && pause(); attempt++) {
			found = look(leaf);
		}
		return found;
	}

	private Optional<CertificateId> look(CertificateSummary leaf) {
		try {
			return this.heldLeaves.find(leaf);
		}
		catch (CloudException ex) {
			logger.warn("Could not look for the certificate %s: %s".formatted(leaf.sha256(), ex.getMessage()));
			return Optional.empty();
		}
	}

	private boolean pause() {
		try {
			Thread.sleep(this.wait.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
