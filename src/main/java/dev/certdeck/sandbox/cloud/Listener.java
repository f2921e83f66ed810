package dev.certdeck.sandbox.cloud;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A listener of a load balancer.
 *
 * @param id the ID of the listener
 * @param name the name of the listener
 * @param port the port it listens on
 * @param certificates its certificates, none for plain HTTP or if its rules have them
 * @param rules the rules by which it chooses certificates by server name, if it does
 */
public record Listener(String id, String name, int port, TlsCertificates certificates, List<Rule> rules) {

	/**
	 * Creates a listener without rules.
	 * @param id the ID of the listener
	 * @param name the name of the listener
	 * @param port the port it listens on
	 * @param certificates the certificates it uses
	 */
	public Listener(String id, String name, int port, TlsCertificates certificates) {
		this(id, name, port, certificates, List.of());
	}

	public @Nullable String certificateId() {
		return this.certificates.certificateId();
	}

	public @Nullable String clientAuthorityId() {
		return this.certificates.clientAuthorityId();
	}

	/**
	 * Tells whether the listener speaks TLS.
	 * @return {@code true} if it or one of its rules has certificates
	 */
	public boolean secured() {
		return !this.certificates.isEmpty() || !this.rules.isEmpty();
	}

	/**
	 * Returns the SSL mode of a listener of a bare metal load balancer.
	 * @return 0 without TLS, 1 with its own certificate, 2 with client certificates too
	 */
	public int sslMode() {
		if (!secured()) {
			return 0;
		}
		return (clientAuthorityId() != null) ? 2 : 1;
	}

	/**
	 * Tells whether the cloud's own search finds that the listener uses a certificate.
	 * @param id the ID of the certificate
	 * @return {@code true} if it does
	 */
	public boolean uses(String id) {
		return searchedIds().anyMatch(id::equals);
	}

	/**
	 * Returns the certificates that the cloud's own search finds.
	 * @return their IDs
	 */
	Stream<String> searchedIds() {
		return Stream.concat(Stream.of(this.certificates), this.rules.stream().map(Rule::certificates))
			.flatMap(TlsCertificates::searchedIds);
	}

}
