package dev.certdeck.certificate;

import org.jspecify.annotations.Nullable;

/**
 * Further facts that the cloud reports about a certificate; absent texts are empty.
 *
 * @param owner the account that holds the certificate
 * @param source where it came from, such as {@code trustasia} or {@code upload}
 * @param product the product under which it was issued
 * @param packageType the product's number, if it has one
 * @param verification how the domain was verified, such as {@code DNS_AUTO}
 * @param validityMonths the months that were ordered, if any
 * @param statusName the cloud's own word for the status
 * @param statusMessage the cloud's message about the status
 * @param vulnerabilityStatus whether the vulnerability scan is activated
 * @param vip whether the cloud marks it as VIP
 * @param domainValidated whether only the domain was validated (DV)
 * @param wildcard whether the cloud marks it as a wildcard certificate
 * @param vulnerabilityScan whether the vulnerability scan is enabled
 * @param project the project that it belongs to, if the cloud tells
 */
public record CertificateDetails(String owner, String source, String product, @Nullable Integer packageType,
		String verification, @Nullable Integer validityMonths, String statusName, String statusMessage,
		String vulnerabilityStatus, boolean vip, boolean domainValidated, boolean wildcard, boolean vulnerabilityScan,
		@Nullable Project project) {

}
