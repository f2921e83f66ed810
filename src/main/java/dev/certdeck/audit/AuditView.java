package dev.certdeck.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as the pages show it.
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
	 * Returns when what the entry stands for happened last.
	 * @return the instant
	 */
	public Instant last() {
		return Objects.requireNonNullElse(this.entry.endedAt(), this.entry.at());
	}

	/**
	 * Tells whether the entry stands for events from several addresses.
	 * @return {@code false} if there is one address
	 */
	public boolean manyAddresses() {
		return this.entry.actor().address().equals(Actor.MANY);
	}

	/**
	 * Returns the cloud's id of the certificate.
	 * @return the id, absent if there is none
	 */
	public @Nullable CertificateId certificateId() {
		return certificate().map(AuditedCertificate::id).orElse(null);
	}

	/**
	 * Returns the certificate's primary name.
	 * @return the name as people read it, empty if there is none
	 */
	public String name() {
		return names().stream().findFirst().map(DomainName::unicode).orElse("");
	}

	/**
	 * Counts the names beside the primary one.
	 * @return the number of names
	 */
	public int furtherNames() {
		return Math.max(0, names().size() - 1);
	}

	/**
	 * Returns the SHA-256 fingerprint.
	 * @return the fingerprint, empty if it is not known
	 */
	public String fingerprint() {
		return certificate().map(AuditedCertificate::fingerprint).orElse("");
	}

	/**
	 * Returns the end of the certificate's validity.
	 * @return the end, absent if it is not known
	 */
	public @Nullable Instant expiresAt() {
		return certificate().map(AuditedCertificate::expiresAt).orElse(null);
	}

	private List<DomainName> names() {
		return certificate().map(AuditedCertificate::names).orElse(List.of());
	}

	private Optional<AuditedCertificate> certificate() {
		return Optional.ofNullable(this.entry.certificate());
	}

}
