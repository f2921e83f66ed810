package dev.certdeck.sandbox.cloud;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A certificate that the account holds, or has applied for.
 *
 * @param id eight letters and digits
 * @param product the product it was issued as
 * @param type its type
 * @param names the names it covers, the primary one first, in ASCII form
 * @param alias its alias, may be empty
 * @param status the status as last written, see {@link #statusAt}
 * @param validity its validity, {@code null} as long as nothing is issued
 * @param months the length of the validity in months
 * @param appliedAt when it was applied for or uploaded
 * @param project its project
 * @param material the uploaded chain and key, {@code null} for a certificate that the
 * cloud issues
 */
public record HeldCertificate(String id, Product product, CertificateType type, List<String> names, String alias,
		int status, @Nullable Validity validity, int months, Instant appliedAt, Project project,
		@Nullable Material material) {

	/**
	 * Returns the primary domain name.
	 * @return the first of the names
	 */
	public String domain() {
		return this.names.get(0);
	}

	/**
	 * Returns the status at a moment: an approved certificate expires by itself.
	 * @param now the moment
	 * @return the number of the status (API 2.0, certificate status information)
	 */
	public int statusAt(Instant now) {
		boolean over = this.validity != null && !now.isBefore(this.validity.end());
		return (this.status == Status.APPROVED && over) ? Status.EXPIRED : this.status;
	}

	public Plan plan() {
		return this.product.plan();
	}

	/**
	 * Tells whether one of the names is a wildcard.
	 * @return {@code true} if there is one
	 */
	public boolean wildcard() {
		return this.names.stream().anyMatch((name) -> name.startsWith("*."));
	}

}
