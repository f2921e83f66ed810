package dev.certdeck.tencent.wire;

import java.util.List;
import java.util.Set;

import dev.certdeck.certificate.Binding.Listener;

/**
 * A listener of a load balancer with the certificates that it uses: its own and the one
 * by which it verifies clients.
 *
 * @param listener the listener
 * @param certificateIds what stands in its fields for certificates, may be empty texts
 */
public record ListenerRow(Listener listener, Set<String> certificateIds) {

	/**
	 * Reads a listener.
	 * @param reply the reply that holds the listener
	 * @param row the listener
	 * @param names what the reply calls its fields
	 * @return the listener
	 * @throws dev.certdeck.certificate.CloudException if it is unclear which certificates
	 * it uses
	 */
	public static ListenerRow read(Reply reply, Fields row, Names names) {
		Integer port = row.integer(names.port());
		Set<String> certificates = Set
			.copyOf(List.of(reply.plainText(row, names.certificate()), reply.plainText(row, names.authority())));
		return new ListenerRow(new Listener(row.text(names.id()), row.text(names.name()), (port != null) ? port : 0),
				certificates);
	}

	/**
	 * Reads a listener of a load balancer of bare metal. Nothing else names the
	 * certificates in use, so that none must be overlooked.
	 * @param reply the reply that holds the listener
	 * @param row the listener
	 * @param names what the reply calls its fields
	 * @return the listener
	 * @throws dev.certdeck.certificate.CloudException if its id is missing, or it is
	 * unclear which certificates it uses
	 */
	public static ListenerRow ofBareMetal(Reply reply, Fields row, Names names) {
		ListenerRow listener = read(reply, row, names);
		if (listener.listener().id().isBlank()) {
			throw reply.unintelligible("a listener without an id");
		}
		if (!row.has(names.certificate()) && !Integer.valueOf(0).equals(row.integer(names.mode()))) {
			throw reply.unintelligible("a listener that does not tell its certificate");
		}
		return listener;
	}

	/**
	 * What the fields of a listener are called.
	 *
	 * @param id the listener's id
	 * @param name its name
	 * @param port its port
	 * @param mode whether it speaks TLS, 0 if not
	 * @param certificate the certificate that it shows
	 * @param authority the certificate by which it verifies clients
	 */
	public record Names(String id, String name, String port, String mode, String certificate, String authority) {

	}

}
