package dev.certdeck.sandbox.cloud;

import org.jspecify.annotations.Nullable;

/**
 * An HTTPS listener of a load balancer.
 *
 * @param id the ID of the listener
 * @param name the name of the listener
 * @param port the port it listens on
 * @param certificateId the server certificate it uses, or {@code null} for plain HTTP
 * @param clientAuthorityId the client certificate authority it trusts, if any
 */
public record Listener(String id, String name, int port, @Nullable String certificateId,
		@Nullable String clientAuthorityId) {

	/**
	 * Whether the listener uses a certificate, on either side.
	 * @param id the ID of the certificate
	 * @return whether it does
	 */
	public boolean uses(String id) {
		return id.equals(this.certificateId) || id.equals(this.clientAuthorityId);
	}

}
