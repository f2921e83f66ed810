package dev.certdeck.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;

/**
 * Keeps the events that the application publishes, such as sign-ins, in the audit trail.
 * Of their data it keeps {@code person}, {@code address} and {@code detail}; those that
 * say that their cause is {@code unknown} are folded.
 */
class JdbcAuditEventRepository implements AuditEventRepository {

	private final AuditRows rows;

	private final FoldedEvents folded;

	private final AuditSearch search;

	JdbcAuditEventRepository(AuditRows rows, FoldedEvents folded, AuditSearch search) {
		this.rows = rows;
		this.folded = folded;
		this.search = search;
	}

	@Override
	public void add(AuditEvent event) {
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

	@Override
	public List<AuditEvent> find(@Nullable String principal, @Nullable Instant after, @Nullable String type) {
		return this.search.events(principal, after, type).stream().map(JdbcAuditEventRepository::event).toList();
	}

	private static AuditEvent event(AuditEntry entry) {
		return new AuditEvent(entry.at(), entry.actor().subject(), entry.kind().name(),
				Map.of("person", entry.actor().name(), "address", entry.actor().address(), "outcome",
						entry.outcome().name(), "detail", entry.detail()));
	}

	private static String text(Map<String, Object> data, String key) {
		return String.valueOf(data.getOrDefault(key, ""));
	}

}
