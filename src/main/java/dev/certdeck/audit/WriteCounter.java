package dev.certdeck.audit;

import java.util.List;

import dev.certdeck.certificate.Message;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts writes by kind and outcome. All counters start at zero, so that the first write
 * shows as an increase.
 */
class WriteCounter {

	private final MeterRegistry meters;

	WriteCounter(MeterRegistry meters) {
		this.meters = meters;
		for (AuditKind kind : List.of(AuditKind.UPLOAD, AuditKind.DELETION)) {
			List.of(AuditOutcome.DONE, AuditOutcome.REFUSED, AuditOutcome.FAILED)
				.forEach((outcome) -> counter(kind, outcome));
		}
	}

	void count(AuditKind kind, AuditOutcome outcome) {
		counter(kind, outcome).increment();
	}

	private Counter counter(AuditKind kind, AuditOutcome outcome) {
		return this.meters.counter("certdeck.writes", "kind", Message.key(kind), "outcome", Message.key(outcome));
	}

}
