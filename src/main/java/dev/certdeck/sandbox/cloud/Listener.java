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
 * @param certificates the certificates it uses, none for plain HTTP and where its rules
 * have them
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
	 * Whether the listener speaks TLS.
	 * @return whether it or a rule of it has certificates
	 */
	public boolean secured() {
		return !this.certificates.isEmpty() || !this.rules.isEmpty();
	}

	/**
	 * How the listener of a bare metal load balancer speaks TLS.
	 * @return 0 for not at all, 1 with its own certificate, 2 with those of clients too
	 */
	public int sslMode() {
		if (!secured()) {
			return 0;
		}
		return (clientAuthorityId() != null) ? 2 : 1;
	}

	/**
	 * Whether the listener uses a certificate, on either side, where the cloud's own
	 * search looks.
	 * @param id the ID of the certificate
	 * @return whether it does
	 */
	public boolean uses(String id) {
		return searchedIds().anyMatch(id::equals);
	}

	/**
	 * The certificates that the cloud's own search finds.
	 * @return their IDs
	 */
	Stream<String> searchedIds() {
		return Stream.concat(Stream.of(this.certificates), this.rules.stream().map(Rule::certificates))
			.flatMap(TlsCertificates::searchedIds);
	}

}
