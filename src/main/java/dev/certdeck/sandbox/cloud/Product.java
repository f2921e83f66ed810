package dev.certdeck.sandbox.cloud;

import org.jspecify.annotations.Nullable;

/**
 * A certificate product of the cloud's catalogue.
 *
 * @param type the number of the package type, or {@code null} for an upload (SSL API 3.0,
 * ApplyCertificate and DescribeCertificates)
 * @param plan the plan
 * @param grade the level of validation
 * @param source the cloud's name of its source
 * @param authority the certificate authority
 * @param title its name
 */
public record Product(@Nullable String type, Plan plan, Grade grade, String source, String authority, String title) {

	/**
	 * Stands in for the product of a certificate that the account uploads.
	 * @param authority the authority that issued it
	 * @return the product
	 */
	public static Product upload(String authority) {
		return new Product(null, Plan.UPLOADED, Grade.DV, "upload", authority, "");
	}

}
