package dev.certdeck.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores the audit trail's own time in the database.
 */
class TrailTimes {

	private final JdbcClient jdbc;

	TrailTimes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the trail's own time.
	 * @return the time that was stored last, else that of the last entry, absent if there
	 * is none
	 */
	Optional<TrailTime> find() {
		return this.jdbc.sql("select * from audit_time").query(TrailTimes::time).optional().or(this::ofLastEntry);
	}

	private Optional<TrailTime> ofLastEntry() {
		return this.jdbc.sql("select at from audit_event order by id desc limit 1")
			.query(OffsetDateTime.class)
			.optional()
			.map((at) -> TrailTime.of(at.toInstant()));
	}

	/**
	 * Stores the trail's own time. One replica does so at a time.
	 * @param time the time
	 */
	void store(TrailTime time) {
		if (write("update audit_time set confirmed_at = :confirmed, looked_at = :looked, followed_seconds = :followed",
				time) == 0) {
			write("insert into audit_time (id, confirmed_at, looked_at, followed_seconds) "
					+ "values (1, :confirmed, :looked, :followed)", time);
		}
	}

	private int write(String sql, TrailTime time) {
		return this.jdbc.sql(sql)
			.param("confirmed", AuditRows.timestamp(time.confirmed()))
			.param("looked", AuditRows.timestamp(time.looked()))
			.param("followed", time.followed().toSeconds())
			.update();
	}

	Instant databaseTime() {
		return this.jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
	}

	private static TrailTime time(ResultSet row, int number) throws SQLException {
		return new TrailTime(row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
				row.getObject("looked_at", OffsetDateTime.class).toInstant(),
				Duration.ofSeconds(row.getLong("followed_seconds")));
	}

}
