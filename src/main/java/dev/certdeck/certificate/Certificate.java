package dev.certdeck.certificate;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A certificate as the cloud lists it.
 *
 * @param id the cloud's id
 * @param type what it is for
 * @param alias the alias that the account chose, may be empty
 * @param domain the primary name, absent where the cloud gives none
 * @param names all names, the primary one first, each once
 * @param status the cloud's state
 * @param plan how the account obtained it
 * @param validity when it is valid, absent until it is issued; its ends as far as they
 * are known
 * @param appliedAt when it was applied for or uploaded, if the cloud tells
 * @param authority the certificate authority's name, may be empty
 * @param details further facts that the cloud reports
 */
public record Certificate(CertificateId id, CertificateType type, String alias, @Nullable DomainName domain,
		List<DomainName> names, CertificateStatus status, Plan plan, @Nullable Validity validity,
		@Nullable Instant appliedAt, String authority, CertificateDetails details) {

	/**
	 * Creates the certificate.
	 */
	public Certificate {
		Set<DomainName> distinct = new LinkedHashSet<>();
		if (domain != null) {
			distinct.add(domain);
		}
		distinct.addAll(names);
		names = List.copyOf(distinct);
	}

	/**
	 * Returns the display name.
	 * @return the primary name as people read it, else the alias, else the id
	 */
	public String title() {
		if (this.domain != null) {
			return this.domain.unicode();
		}
		return this.alias.isBlank() ? this.id.value() : this.alias;
	}

	/**
	 * Tells whether the certificate ends at a time that is not known.
	 * @return {@code false} if it is known, or nothing was issued yet
	 */
	public boolean isEndUnknown() {
		return this.validity != null && this.validity.endUnknown();
	}

	/**
	 * Tells whether the certificate was issued and is not known to have expired. One that
	 * was uploaded was issued.
	 * @param now the present
	 * @return {@code true} if its end has not passed or is not known
	 */
	public boolean isIssuedAndNotExpired(Instant now) {
		return (this.validity != null) ? !this.validity.isOver(now) : this.plan == Plan.UPLOADED;
	}

	/**
	 * Tells whether the certificate serves a host.
	 * @param host the host that a client asks for
	 * @return {@code true} if one of the names covers it
	 */
	public boolean covers(DomainName host) {
		return this.names.stream().anyMatch((name) -> name.covers(host));
	}

}
