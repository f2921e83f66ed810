package dev.certdeck.sandbox.cloud;

import org.jspecify.annotations.Nullable;

/**
 * A resource that uses a certificate.
 *
 * @param service the product it belongs to
 * @param region its region, {@code null} if its product has none
 * @param id the ID of the resource
 * @param host the host name or the name under which it uses the certificate
 * @param certificateId the certificate
 */
public record Deployment(Service service, @Nullable Region region, String id, String host, String certificateId) {

	/**
	 * Returns the name of the region.
	 * @return the name, empty for a product without regions
	 */
	public String regionName() {
		return (this.region != null) ? this.region.longName() : "";
	}

}
