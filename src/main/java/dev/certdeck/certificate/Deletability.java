package dev.certdeck.certificate;

import java.util.List;

/**
 * Whether a certificate can be deleted and, if not, why.
 *
 * @param refusals every reason against it, the most important first; empty if it can be
 * deleted
 */
public record Deletability(List<Refusal> refusals) {

	/**
	 * Creates the deletability.
	 */
	public Deletability {
		refusals = List.copyOf(refusals);
	}

	/**
	 * Tells whether nothing speaks against the deletion.
	 * @return {@code true} if the certificate can be deleted
	 */
	public boolean isAllowed() {
		return this.refusals.isEmpty();
	}

}
