package dev.certdeck.tencent.v3;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.tencent.RemoteText;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.ListenerRow;
import dev.certdeck.tencent.wire.LoadBalancer;
import dev.certdeck.tencent.wire.Reply;

/**
 * Reads a listener of CLB with every certificate that it or a rule of it uses: its own,
 * the one by which it verifies clients, and those of further algorithms ({@code clb}
 * 2018-03-17, "DescribeListeners"). Where it chooses certificates by server name (SNI),
 * its rules have them.
 */
final class ClbListenerRow {

	private static final Set<String> WITHOUT_TLS = Set.of("TCP", "UDP", "HTTP");

	private static final String CERTIFICATE = "Certificate";

	private static final String RULES = "Rules";

	private ClbListenerRow() {
	}

	/**
	 * Reads a listener.
	 * @param reply the reply that holds the listener
	 * @param row the listener
	 * @param owner its load balancer
	 * @return the listener
	 * @throws dev.certdeck.certificate.CloudException if it is unclear which certificates
	 * it uses
	 */
	static ListenerRow read(Reply reply, Fields row, LoadBalancer owner) {
		List<Fields> rules = row.isAbsent(RULES) ? List.of() : reply.rows(row, RULES);
		if (!tells(row, rules)) {
			throw reply.unintelligible("the listener %s of %s in %s does not tell its certificates".formatted(
					RemoteText.readable(row.text("ListenerId")), RemoteText.readable(owner.id()), owner.region()));
		}
		Set<String> certificates = new HashSet<>(certificates(reply, row));
		rules.forEach((rule) -> certificates.addAll(certificates(reply, rule)));
		Integer port = row.integer("Port");
		return new ListenerRow(
				new Listener(row.text("ListenerId"), row.text("ListenerName"), (port != null) ? port : 0),
				certificates);
	}

	/**
	 * Tells whether a listener says what it uses: it needs no certificate, shows one, or
	 * leaves that to its rules, each of which shows one.
	 * @param row the listener
	 * @param rules its rules
	 * @return {@code false} if it may use a certificate that it does not name
	 */
	private static boolean tells(Fields row, List<Fields> rules) {
		if (WITHOUT_TLS.contains(row.text("Protocol").toUpperCase(Locale.ROOT))) {
			return true;
		}
		boolean bySni = Boolean.TRUE.equals(row.flag("SniSwitch"));
		boolean ofRules = bySni && !row.isAbsent(RULES);
		return (ofRules || shows(row)) && (!bySni || rules.stream().allMatch(ClbListenerRow::shows));
	}

	private static boolean shows(Fields holder) {
		return !holder.object(CERTIFICATE).text("CertId").isBlank();
	}

	private static List<String> certificates(Reply reply, Fields holder) {
		Fields certificate = reply.part(holder, CERTIFICATE);
		Set<String> ids = new HashSet<>(reply.plainTexts(certificate, "ExtCertIds"));
		ids.add(reply.plainText(certificate, "CertId"));
		ids.add(reply.plainText(certificate, "CertCaId"));
		return List.copyOf(ids);
	}

}
