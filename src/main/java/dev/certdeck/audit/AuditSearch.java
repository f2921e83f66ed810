package dev.certdeck.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.DomainName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds entries of the audit trail. A page begins at a cursor and not at a number, so
 * that the last page costs no more than the first.
 */
class AuditSearch {

	private static final AuditRowMapper MAPPER = new AuditRowMapper();

	private static final String LATEST_FIRST = "at desc, id desc";

	private final JdbcClient jdbc;

	private final ZoneId zone;

	/**
	 * Creates the search.
	 * @param jdbc the database
	 * @param zone the time zone of the days of a query
	 */
	AuditSearch(JdbcClient jdbc, ZoneId zone) {
		this.jdbc = jdbc;
		this.zone = zone;
	}

	/**
	 * Finds the latest entries, or those that are older than a cursor.
	 * @param query which entries
	 * @param cursor the cursor, absent for the latest
	 * @param size maximum number of entries
	 * @return the entries
	 */
	AuditPage older(AuditQuery query, @Nullable Cursor cursor, int size) {
		List<AuditEntry> found = select(query, cursor, true, size + 1);
		boolean more = found.size() > size;
		List<AuditEntry> entries = more ? found.subList(0, size) : found;
		return new AuditPage(entries, (cursor != null && !entries.isEmpty()) ? Cursor.of(entries.get(0)) : null,
				more ? Cursor.of(entries.get(size - 1)) : null);
	}

	/**
	 * Finds the entries that are newer than a cursor and next to it.
	 * @param query which entries
	 * @param cursor the cursor
	 * @param size maximum number of entries
	 * @return the entries
	 */
	AuditPage newer(AuditQuery query, Cursor cursor, int size) {
		List<AuditEntry> found = select(query, cursor, false, size + 1);
		if (found.size() <= size) {
			return older(query, null, size);
		}
		List<AuditEntry> entries = new ArrayList<>(found.subList(0, size));
		Collections.reverse(entries);
		return new AuditPage(entries, Cursor.of(entries.get(0)), Cursor.of(entries.get(size - 1)));
	}

	Optional<AuditEntry> find(long id) {
		return latest("id = :value", id, 1).stream().findFirst();
	}

	Optional<AuditEntry> lastOfAttempt(String attempt) {
		return latest("attempt = :value", attempt, 1).stream().findFirst();
	}

	List<AuditEntry> open(int most) {
		return latest("outcome = :value", AuditOutcome.OPEN.name(), most);
	}

	/**
	 * Finds the latest entries about a certificate.
	 * @param certificate the certificate, identified by its id, else by its fingerprint
	 * @param most maximum number of entries
	 * @return the entries, the latest first
	 */
	List<AuditEntry> of(CertificateSummary certificate, int most) {
		if (certificate.id() != null) {
			return latest("certificate_id = :value", certificate.id().value(), most);
		}
		return (certificate.sha256() != null) ? latest("fingerprint = :value", certificate.sha256(), most) : List.of();
	}

	private List<AuditEntry> latest(String condition, Object value, int most) {
		Conditions conditions = new Conditions();
		conditions.add(condition, "value", value);
		return list(conditions, LATEST_FIRST, most);
	}

	private List<AuditEntry> select(AuditQuery query, @Nullable Cursor cursor, boolean backwards, int most) {
		Conditions conditions = conditions(query);
		if (cursor != null) {
			conditions.add(backwards ? "(at, id) < (:at, :id)" : "(at, id) > (:at, :id)", "at",
					AuditRows.timestamp(cursor.at()));
			conditions.param("id", cursor.id());
		}
		return list(conditions, order(query, backwards ? " desc" : ""), most);
	}

	private static String order(AuditQuery query, String direction) {
		// Columns with one value do not change the order, but let H2 use their index.
		return Stream.of((query.kind() != null) ? "kind" : "", (query.outcome() != null) ? "outcome" : "", "at", "id")
			.filter((column) -> !column.isEmpty())
			.map((column) -> column + direction)
			.collect(Collectors.joining(", "));
	}

	private List<AuditEntry> list(Conditions conditions, String order, int most) {
		return this.jdbc.sql("select * from audit_event" + conditions.where() + " order by " + order + " limit " + most)
			.params(conditions.params())
			.query(MAPPER)
			.list();
	}

	private Conditions conditions(AuditQuery query) {
		Conditions conditions = new Conditions();
		if (!query.person().isBlank()) {
			conditions.add("(person_key like :person escape '!' or subject = :subject)", "person",
					beginning(RowText.key(query.person())));
			conditions.param("subject", query.person().strip());
		}
		if (!query.certificate().isBlank()) {
			String certificate = query.certificate().strip();
			conditions.add("""
					id in (select id from audit_event where certificate_id = :certificate
						union select id from audit_event where fingerprint = :fingerprint
						union select event from audit_event_name where name = :name)""", "certificate", certificate);
			conditions.param("fingerprint", certificate.replace(":", "").toLowerCase(Locale.ROOT));
			conditions.param("name", new DomainName(certificate).ascii());
		}
		conditions.add("kind = :kind", "kind", (query.kind() != null) ? query.kind().name() : null);
		conditions.add("outcome = :outcome", "outcome", (query.outcome() != null) ? query.outcome().name() : null);
		conditions.add("at >= :from", "from", startOf(query.from(), 0));
		conditions.add("at < :until", "until", startOf(query.until(), 1));
		return conditions;
	}

	private @Nullable OffsetDateTime startOf(@Nullable LocalDate day, int plusDays) {
		return (day != null) ? AuditRows.timestamp(day.plusDays(plusDays).atStartOfDay(this.zone).toInstant()) : null;
	}

	private static String beginning(String text) {
		return text.replaceAll("[!%_]", "!$0") + "%";
	}

}
