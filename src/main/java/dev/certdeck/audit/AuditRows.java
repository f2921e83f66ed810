package dev.certdeck.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DomainName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the rows of the audit trail. Rows are added; an open row is marked as sent and
 * gets its outcome, each once; the row of an unknown user counts further events; old rows
 * are deleted. There is no other change.
 */
class AuditRows {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	AuditRows(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Adds a row with the names by which it is found.
	 * @param at when it happens
	 * @param kind the kind as it is stored
	 * @param actor who does it
	 * @param certificate the certificate that it is about, if there is one
	 * @param attempt the id by which a repeated request is recognized, if it has one
	 * @param result its result
	 * @return the row's number
	 */
	long add(Instant at, String kind, Actor actor, @Nullable CertificateSummary certificate, @Nullable String attempt,
			AuditResult result) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			long id = insert(at, kind, actor, certificate, attempt, result);
			if (certificate != null) {
				addNames(id, certificate.names());
			}
			return id;
		}));
	}

	private long insert(Instant at, String kind, Actor actor, @Nullable CertificateSummary certificate,
			@Nullable String attempt, AuditResult result) {
		KeyHolder key = new GeneratedKeyHolder();
		write("""
				insert into audit_event (at, kind, outcome, ended_at, subject, person, person_key, address,
					certificate_id, names, fingerprint, expires_at, chain, attempt, reason, code, request_id, detail, sent_at)
				values (:at, :kind, :outcome, :endedAt, :subject, :person, :personKey, :address,
					:certificateId, :names, :fingerprint, :expiresAt, :chain, :attempt, :reason, :code, :requestId, :detail, null)""",
				result)
			.param("at", timestamp(at))
			.param("kind", kind)
			.param("endedAt", (result.outcome() != AuditOutcome.OPEN) ? timestamp(at) : null)
			.param("subject", RowText.name(actor.subject()))
			.param("person", RowText.name(actor.name()))
			.param("personKey", RowText.key(actor.name()))
			.param("address", RowText.shortened(actor.address(), 64))
			.param("certificateId", id(certificate))
			.param("names", (certificate != null) ? names(certificate.names()) : null)
			.param("fingerprint", (certificate != null) ? certificate.sha256() : null)
			.param("expiresAt", (certificate != null) ? timestamp(certificate.expiresAt()) : null)
			.param("chain", (certificate != null) ? certificate.chain() : null)
			.param("attempt", attempt)
			.update(key, "id");
		return Objects.requireNonNull(key.getKey()).longValue();
	}

	private void addNames(long id, List<DomainName> names) {
		names.stream()
			.map((name) -> RowText.name(name.ascii()))
			.distinct()
			.forEach((name) -> this.jdbc.sql("insert into audit_event_name (name, event) values (:name, :event)")
				.param("name", name)
				.param("event", id)
				.update());
	}

	/**
	 * Sets the outcome of an open row, or the error that leaves it open.
	 * @param id the row's number
	 * @param at when the result was known
	 * @param result the result
	 * @return {@code false} if the row is not open
	 */
	boolean end(long id, Instant at, AuditResult result) {
		boolean ended = result.outcome() != AuditOutcome.OPEN;
		boolean done = result.outcome() == AuditOutcome.DONE;
		return write("""
				update audit_event set outcome = :outcome, ended_at = :at, detail = :detail, reason = :reason,
					code = coalesce(nullif(:code, ''), code), request_id = coalesce(nullif(:requestId, ''), request_id),
					certificate_id = coalesce(:certificateId, certificate_id)
				where id = :id and outcome = 'OPEN'""", result).param("at", ended ? timestamp(at) : null)
			.param("certificateId", (done && result.certificate() != null) ? result.certificate().value() : null)
			.param("id", id)
			.update() == 1;
	}

	private StatementSpec write(String sql, AuditResult result) {
		CloudError error = result.error();
		return this.jdbc.sql(sql)
			.param("outcome", result.outcome().name())
			.param("reason", ((error != null) ? error.reason() : Reason.OTHER).name())
			.param("code", (error != null) ? RowText.shortened(error.code(), 128) : "")
			.param("requestId", (error != null) ? RowText.shortened(error.requestId(), 128) : "")
			.param("detail", RowText.detail(result.detail()));
	}

	/**
	 * Marks an open row as sent, once.
	 * @param id the row's number
	 * @param at when it is sent
	 * @return {@code false} if the row is not open or was sent before
	 */
	boolean send(long id, Instant at) {
		return this.jdbc
			.sql("update audit_event set sent_at = :at where id = :id and outcome = 'OPEN' and sent_at is null")
			.param("at", timestamp(at))
			.param("id", id)
			.update() == 1;
	}

	void setTask(long id, String task) {
		this.jdbc.sql("update audit_event set task = :task where id = :id and outcome = 'OPEN'")
			.param("task", RowText.shortened(task, 64))
			.param("id", id)
			.update();
	}

	/**
	 * Adds further events to a row that has ended.
	 * @param id the row's number
	 * @param more the number of events
	 * @param at when the last one happened
	 */
	void repeat(long id, int more, Instant at) {
		this.jdbc
			.sql("update audit_event set times = times + :more, ended_at = :at where id = :id and outcome <> 'OPEN'")
			.param("more", more)
			.param("at", timestamp(at))
			.param("id", id)
			.update();
	}

	/**
	 * Deletes old rows that are not open.
	 * @param before rows from before this instant are old
	 * @param most maximum number of rows to delete
	 * @return the number of deleted rows
	 */
	int delete(Instant before, int most) {
		return this.jdbc.sql("""
				delete from audit_event where id in (
					select id from audit_event where at < :before and outcome <> 'OPEN' order by at limit :most)""")
			.param("before", timestamp(before))
			.param("most", most)
			.update();
	}

	static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private static String names(List<DomainName> names) {
		return names.stream().map((name) -> RowText.name(name.ascii())).collect(Collectors.joining("\n"));
	}

	private static @Nullable String id(@Nullable CertificateSummary certificate) {
		return (certificate != null && certificate.id() != null) ? certificate.id().value() : null;
	}

}
