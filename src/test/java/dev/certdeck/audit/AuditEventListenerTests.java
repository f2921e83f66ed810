package dev.certdeck.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AuditEventListener}.
 */
@Tag("time-zone")
class AuditEventListenerTests {

	private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

	private final TestTrail database = TestTrail.create(Clock.systemUTC());

	private final AuditEventListener listener = new AuditEventListener(this.database.rows(),
			new FoldedEvents(this.database.rows()));

	@Test
	void eventBecomesAnEntry() {
		add(NOW, "u-1", "SIGN_IN", Map.of("person", "Ana Costa", "address", "192.0.2.7", "detail", "operator"));
		AuditEntry entry = this.database.last();
		assertThat(entry.actor()).isEqualTo(new Actor("u-1", "Ana Costa", "192.0.2.7"));
		assertThat(entry.at()).isEqualTo(NOW);
		assertThat(entry.kind()).isEqualTo(AuditKind.SIGN_IN);
		assertThat(entry.outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(entry.detail()).isEqualTo("operator");
		assertThat(entry.certificate()).isNull();
	}

	@Test
	void refusalsAreEntriesOfRefusedWishes() {
		for (String type : new String[] { "SIGN_IN_FAILED", "NO_ROLE", "ACCESS_DENIED" }) {
			add(NOW, "u-1", type, Map.of());
			assertThat(this.database.last().outcome()).isEqualTo(AuditOutcome.REFUSED);
			assertThat(this.database.last().actor().name()).isEqualTo("u-1");
		}
	}

	@Test
	void whatAnIdentifiedPersonDoesIsNeverFolded() {
		for (String subject : new String[] { "u-1", "anonymous" }) {
			for (int number = 0; number < 30; number++) {
				add(NOW, subject, "ACCESS_DENIED", Map.of("address", "192.0.2.7", "unknown", false));
			}
		}
		assertThat(entriesOf("u-1")).hasSize(30);
		assertThat(entriesOf("anonymous")).hasSize(30);
	}

	@Test
	void whatNobodyKnownDoesIsFolded() {
		for (int number = 0; number < 3000; number++) {
			add(NOW, "anonymous", "ACCESS_DENIED", Map.of("address", "192.0.2.7", "unknown", true));
		}
		assertThat(entriesOf("anonymous")).hasSize(1);
	}

	@Test
	void eventOfAnUnknownTypeKeepsItsType() {
		add(NOW, "u-1", "SOMETHING_ELSE", Map.of());
		assertThat(this.database.last().kind()).isEqualTo(AuditKind.OTHER);
		assertThat(this.database.last().detail()).isEqualTo("SOMETHING_ELSE");
	}

	@Test
	void eventThatCanNotBeKeptIsNotLostInSilence() {
		this.database.refuseEntries();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> add(NOW, "u-1", "SIGN_IN", Map.of()));
	}

	private void add(Instant at, String principal, String type, Map<String, Object> data) {
		this.listener.onAuditEvent(new AuditEvent(at, principal, type, data));
	}

	private List<AuditEntry> entriesOf(String subject) {
		return this.database.search().older(new AuditQuery(subject, "", null, null, null, null), null, 100).entries();
	}

}
