package dev.certdeck.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

import javax.sql.DataSource;

import dev.certdeck.certificate.AccountKey;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database in memory with the tables of the inventory.
 */
final class TestDatabase {

	private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
		.generateUniqueName(true)
		.addScripts("db/migration/V2__lock.sql", "db/migration/V10__inventory.sql")
		.build();

	private final DataSource reached = new DelegatingDataSource(this.database) {

		@Override
		public Connection getConnection() throws SQLException {
			if (TestDatabase.this.away) {
				throw new SQLException("The database is away");
			}
			return super.getConnection();
		}

	};

	private final JdbcTemplate jdbc = new JdbcTemplate(this.reached);

	/**
	 * Whether no connection can be had.
	 */
	volatile boolean away;

	/**
	 * Returns the rows of the only account.
	 * @param clock the clock
	 * @return the rows, as a further replica uses them
	 */
	InventoryRows rows(Clock clock) {
		return rows(new AccountKey("account"), clock);
	}

	InventoryRows rows(AccountKey account, Clock clock) {
		return new InventoryRows(this.jdbc, new TransactionTemplate(new DataSourceTransactionManager(this.reached)),
				locks(), account, clock);
	}

	private LockProvider locks() {
		return new JdbcTemplateLockProvider(
				JdbcTemplateLockProvider.Configuration.builder().withJdbcTemplate(this.jdbc).usingDbTime().build());
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	void close() {
		this.database.shutdown();
	}

}
