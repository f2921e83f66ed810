package dev.certdeck.audit;

import java.util.List;

import dev.certdeck.certificate.CloudException.Reason;

/**
 * An entry of the audit trail for the pages.
 *
 * @param entry the entry
 */
public record AuditView(AuditEntry entry) {

	/**
	 * Makes the views of entries.
	 * @param entries the entries
	 * @return a view of each
	 */
	public static List<AuditView> of(List<AuditEntry> entries) {
		return entries.stream().map(AuditView::new).toList();
	}

	/**
	 * Returns the tone in which the outcome is shown.
	 * @return {@code good}, {@code wait}, {@code bad} or {@code off}
	 */
	public String tone() {
		return switch (this.entry.outcome()) {
			case DONE -> "good";
			case OPEN -> "wait";
			case REFUSED -> "off";
			case FAILED -> "bad";
		};
	}

	/**
	 * Returns what the cloud's error means.
	 * @return the meaning, {@link Reason#OTHER} if there is none that is known
	 */
	public Reason reason() {
		return (this.entry.error() != null) ? this.entry.error().reason() : Reason.OTHER;
	}

	/**
	 * Tells whether the entry stands for events from several addresses.
	 * @return {@code false} if there is one address
	 */
	public boolean manyAddresses() {
		return this.entry.actor().address().equals(Actor.MANY);
	}

	/**
	 * Counts the names of the certificate beside the primary one.
	 * @return the number of names
	 */
	public int furtherNames() {
		return Math.max(0, this.entry.subject().names().size() - 1);
	}

}
