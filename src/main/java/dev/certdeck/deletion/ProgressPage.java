package dev.certdeck.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import dev.certdeck.audit.AuditEntry;
import dev.certdeck.certificate.CertificateId;

/**
 * The content of the page of a deletion that is in progress or over.
 *
 * @param id the certificate's id
 * @param name the certificate's display name
 * @param state how far it is: looking, running, late, lost or over
 * @param at when it ended, or when it was sent or asked for
 * @param by who asked for it
 * @param limit the time limit of the check of what uses the certificate, zero if the
 * cloud answers at once
 */
record ProgressPage(CertificateId id, String name, String state, Instant at, String by, Duration limit) {

	private static final Set<String> GOES_ON = Set.of("looking", "running", "lost");

	static ProgressPage of(CertificateId id, String name, AuditEntry entry, boolean late, Duration limit) {
		return new ProgressPage(id, name, state(entry, late), entry.latestAt(), entry.actor().name(), limit);
	}

	private static String state(AuditEntry entry, boolean late) {
		if (!entry.isOpen()) {
			return "over";
		}
		if (entry.isUnsent()) {
			return "looking";
		}
		if (entry.isLost()) {
			return "lost";
		}
		return late ? "late" : "running";
	}

	boolean goesOn() {
		return GOES_ON.contains(this.state);
	}

}
