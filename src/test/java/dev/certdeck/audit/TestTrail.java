package dev.certdeck.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/**
 * An audit trail of its own in a database in memory, which can be made to fail.
 */
public final class TestTrail {

	/**
	 * The query for all entries.
	 */
	static final AuditQuery ALL = new AuditQuery("", "", null, null, null, null);

	private final JdbcClient jdbc;

	private final AuditRows rows;

	private final AuditTrail trail;

	private final LockProvider locks;

	final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private TestTrail(DataSource dataSource, Clock clock) {
		JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
		this.jdbc = JdbcClient.create(dataSource);
		this.rows = new AuditRows(this.jdbc, new TransactionTemplate(transactions));
		this.trail = new AuditTrail(this.rows, search(), new WriteCounter(this.meters), clock);
		this.locks = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
			.withJdbcTemplate(new JdbcTemplate(dataSource))
			.withTransactionManager(transactions)
			.usingDbTime()
			.build());
	}

	/**
	 * Creates a trail in a new database.
	 * @param clock the clock
	 * @return the trail
	 */
	public static TestTrail create(Clock clock) {
		return create(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"), clock);
	}

	static TestTrail create(DataSource dataSource, Clock clock) {
		Flyway.configure().dataSource(dataSource).load().migrate();
		return new TestTrail(dataSource, clock);
	}

	/**
	 * Returns what gives controllers the person who sent a request.
	 * @return the resolver
	 */
	public static HandlerMethodArgumentResolver actorResolver() {
		return new ActorResolver();
	}

	/**
	 * Returns the trail.
	 * @return the trail
	 */
	public AuditTrail trail() {
		return this.trail;
	}

	/**
	 * Returns the locks in the same database.
	 * @return the locks
	 */
	public LockProvider locks() {
		return this.locks;
	}

	/**
	 * Marks an intent as sent at another time than now.
	 * @param intent the intent
	 * @param at when
	 */
	public void send(AuditEntry intent, Instant at) {
		this.rows.send(intent.id(), at);
	}

	/**
	 * Returns the last entry.
	 * @return the entry
	 */
	public AuditEntry last() {
		return search().older(ALL, null, 1).entries().get(0);
	}

	AuditRows rows() {
		return this.rows;
	}

	TrailTimes times() {
		return new TrailTimes(this.jdbc);
	}

	AuditSearch search() {
		return new AuditSearch(this.jdbc, ZoneId.of("Asia/Shanghai"));
	}

	/**
	 * Makes the database refuse new entries.
	 */
	public void refuseEntries() {
		this.jdbc.sql("alter table audit_event add constraint full_up check (id < 0) nocheck").update();
	}

	/**
	 * Ends the refusal of new entries.
	 */
	void takeEntries() {
		this.jdbc.sql("alter table audit_event drop constraint full_up").update();
	}

	/**
	 * Makes the database refuse everything about the trail.
	 */
	public void breakDown() {
		this.jdbc.sql("alter table audit_event rename to audit_event_away").update();
	}

	/**
	 * Ends a break-down.
	 */
	public void repair() {
		this.jdbc.sql("alter table audit_event_away rename to audit_event").update();
	}

}
