package dev.certdeck.tencent.v2;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.CloudException;

/**
 * A listener of a load balancer with the certificates that it uses: its own and the one
 * by which it verifies clients.
 *
 * @param listener the listener
 * @param certificateIds what stands in its fields for certificates, may be empty texts
 */
record ListenerRow(Listener listener, Set<String> certificateIds) {

	private static final String CERTIFICATE = "certId";

	private static final Integer NO_TLS = 0;

	/**
	 * Reads a listener of a load balancer of bare metal. Here the listeners alone tell
	 * which certificates are used.
	 * @param reply the reply that holds the listener
	 * @param row the listener
	 * @return the listener
	 * @throws CloudException if it can't be told which listener it is or which
	 * certificates it uses
	 */
	static ListenerRow ofBareMetal(Reply reply, Fields row) {
		ListenerRow listener = read(reply, row, "listenerId");
		if (listener.listener().id().isBlank()) {
			throw reply.unintelligible("a listener without an id");
		}
		if (!row.has(CERTIFICATE) && !NO_TLS.equals(row.integer("SSLMode"))) {
			throw reply.unintelligible("a listener that does not tell its certificate");
		}
		return listener;
	}

	/**
	 * Reads a listener of a load balancer of the cloud (CLB).
	 * @param reply the reply that holds the listener
	 * @param row the listener
	 * @return the listener
	 * @throws CloudException if it can't be told which certificates it uses
	 */
	static ListenerRow ofCloud(Reply reply, Fields row) {
		return read(reply, row, "unListenerId");
	}

	private static ListenerRow read(Reply reply, Fields row, String idField) {
		Integer port = row.integer("loadBalancerPort");
		Set<String> certificates = new LinkedHashSet<>();
		certificates.add(reply.plainText(row, CERTIFICATE));
		certificates.add(reply.plainText(row, "certCaId"));
		return new ListenerRow(new Listener(row.text(idField), row.text("listenerName"), (port != null) ? port : 0),
				certificates);
	}

}
