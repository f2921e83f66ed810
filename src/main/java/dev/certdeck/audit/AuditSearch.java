package dev.certdeck.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.DomainName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds entries of the audit trail, a page at a time. A page begins at a place and not at
 * a number, so that the last one costs no more than the first.
 */
class AuditSearch {

	private static final AuditRowMapper MAPPER = new AuditRowMapper();

	private final JdbcClient jdbc;

	AuditSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the latest entries, or those that are older than a place.
	 * @param query which entries
	 * @param place the place, absent for the latest
	 * @param size how many entries
	 * @return the entries
	 */
	AuditPage older(AuditQuery query, @Nullable Cursor place, int size) {
		List<AuditEntry> found = select(query, place, true, size + 1);
		boolean more = found.size() > size;
		List<AuditEntry> entries = more ? found.subList(0, size) : found;
		return new AuditPage(entries, (place != null && !entries.isEmpty()) ? Cursor.of(entries.get(0)) : null,
				more ? Cursor.of(entries.get(size - 1)) : null);
	}

	/**
	 * Finds the entries that are newer than a place and next to it.
	 * @param query which entries
	 * @param place the place
	 * @param size how many entries
	 * @return the entries
	 */
	AuditPage newer(AuditQuery query, Cursor place, int size) {
		List<AuditEntry> found = select(query, place, false, size + 1);
		boolean more = found.size() > size;
		List<AuditEntry> entries = new ArrayList<>(more ? found.subList(0, size) : found);
		Collections.reverse(entries);
		if (!more) {
			return older(query, null, size);
		}
		return new AuditPage(entries, Cursor.of(entries.get(0)), Cursor.of(entries.get(size - 1)));
	}

	/**
	 * Finds one entry.
	 * @param id its number
	 * @return the entry, if there is one
	 */
	Optional<AuditEntry> find(long id) {
		return this.jdbc.sql("select * from audit_event where id = :id").param("id", id).query(MAPPER).optional();
	}

	private List<AuditEntry> select(AuditQuery query, @Nullable Cursor place, boolean backwards, int most) {
		Conditions conditions = conditions(query);
		if (place != null) {
			conditions.add(backwards ? "(at, id) < (:at, :id)" : "(at, id) > (:at, :id)", "at",
					AuditRows.timestamp(place.at()));
			conditions.param("id", place.id());
		}
		return list(conditions, order(query, backwards ? " desc" : ""), most);
	}

	/**
	 * Returns the order by time. What is asked to be one value goes before it, which
	 * changes nothing but lets H2 take the index that begins with it.
	 * @param query which entries
	 * @param direction the direction of each column
	 * @return the order
	 */
	private static String order(AuditQuery query, String direction) {
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

	private static Conditions conditions(AuditQuery query) {
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
		conditions.add("at >= :from", "from", AuditRows.timestamp(query.from()));
		conditions.add("at < :until", "until", AuditRows.timestamp(query.until()));
		return conditions;
	}

	private static String beginning(String text) {
		return text.replaceAll("[!%_]", "!$0") + "%";
	}

}
