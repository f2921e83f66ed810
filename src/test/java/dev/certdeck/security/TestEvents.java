package dev.certdeck.security;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.event.EventListener;

/**
 * Keeps the events that the audit trail would keep, or fails as it would.
 */
class TestEvents {

	private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

	private volatile boolean broken;

	@EventListener
	void keep(AuditApplicationEvent event) {
		if (this.broken) {
			throw new IllegalStateException("The database is away");
		}
		this.events.add(event.getAuditEvent());
	}

	void reset(boolean broken) {
		this.events.clear();
		this.broken = broken;
	}

	List<AuditEvent> events() {
		return this.events;
	}

	List<String> types() {
		return this.events.stream().map(AuditEvent::getType).toList();
	}

}
