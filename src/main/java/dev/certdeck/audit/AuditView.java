package dev.certdeck.audit;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail in the words of the pages.
 *
 * @param entry the entry
 * @param at when it was written, in the team's zone
 * @param kind what was done
 * @param outcome what became of it
 * @param tone the outcome's tone: {@code good}, {@code wait}, {@code bad} or {@code off}
 * @param repeats how often it happened and when last, empty if it happened once
 * @param address from where, in words if from many addresses
 * @param certificateId the cloud's id, absent if there is none
 * @param name the certificate's primary name as people read it, empty if there is none
 * @param furtherNames how many further names it has
 * @param fingerprint the SHA-256 fingerprint, empty if it is not known
 * @param expiresAt the end of its validity, empty if it is not known
 * @param reason what the cloud's answer meant, empty if there is nothing to say
 */
public record AuditView(AuditEntry entry, String at, String kind, String outcome, String tone, String repeats,
		String address, @Nullable String certificateId, String name, int furtherNames, String fingerprint,
		String expiresAt, String reason) {

}
