package dev.certdeck.audit;

import java.util.Map;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AbstractAuditListener;

/**
 * Records the events that the application publishes, such as sign-ins, with their data
 * {@code person}, {@code address} and {@code detail}. Those whose cause is
 * {@code unknown} are folded. There is no
 * {@link org.springframework.boot.actuate.audit.AuditEventRepository}: with one, Spring
 * Boot would publish every sign-in a second time.
 */
class AuditEventListener extends AbstractAuditListener {

	private final AuditRows rows;

	private final FoldedEvents folded;

	AuditEventListener(AuditRows rows, FoldedEvents folded) {
		this.rows = rows;
		this.folded = folded;
	}

	@Override
	protected void onAuditEvent(AuditEvent event) {
		Map<String, Object> data = event.getData();
		AuditKind kind = AuditKind.of(event.getType());
		String subject = event.getPrincipal();
		Actor actor = new Actor(subject, String.valueOf(data.getOrDefault("person", subject)), text(data, "address"));
		String detail = (kind == AuditKind.OTHER) ? event.getType() + " " + text(data, "detail") : text(data, "detail");
		if (Boolean.TRUE.equals(data.get("unknown"))) {
			this.folded.add(event.getTimestamp(), kind, actor, detail);
			return;
		}
		this.rows.add(event.getTimestamp(), kind.name(), actor, null, null,
				new AuditResult(kind.outcome(), null, null, detail.strip()));
	}

	private static String text(Map<String, Object> data, String key) {
		return String.valueOf(data.getOrDefault(key, ""));
	}

}
