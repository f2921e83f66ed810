package dev.certdeck.sandbox.cloud;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A certificate that the account holds, or has applied for.
 *
 * @param id eight letters and digits
 * @param product the product it was issued as
 * @param type what it is for
 * @param names the names it covers, the primary one first, in ASCII form
 * @param alias the account's own words for it, possibly empty
 * @param status the status as last written, see {@link #statusAt}
 * @param validity its validity, or {@code null} as long as nothing was issued
 * @param months the length of the validity in months
 * @param appliedAt when it was applied for or uploaded
 * @param project the project it is filed to
 * @param material what was uploaded, or {@code null} when the cloud makes it
 */
public record HeldCertificate(String id, Product product, CertificateType type, List<String> names, String alias,
		int status, @Nullable Validity validity, int months, Instant appliedAt, Project project,
		@Nullable Material material) {

	/**
	 * The primary domain name.
	 * @return the first of the names
	 */
	public String domain() {
		return this.names.get(0);
	}

	/**
	 * The status at a moment: what was approved expires by itself.
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
	 * Whether one of the names is a wildcard.
	 * @return whether it is a wildcard certificate
	 */
	public boolean wildcard() {
		return this.names.stream().anyMatch((name) -> name.startsWith("*."));
	}

}
