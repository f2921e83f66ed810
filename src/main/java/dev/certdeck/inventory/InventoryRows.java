package dev.certdeck.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.certdeck.certificate.AccountKey;
import dev.certdeck.certificate.CertificateId;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An account's inventory in the database, which all replicas share. Every change of its
 * certificates has a version of its own, in the order in which the changes were
 * committed.
 */
class InventoryRows {

	private static final Duration LOCK_AT_MOST = Duration.ofSeconds(30);

	private static final int BATCH = 1000;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final LockProvider locks;

	private final Clock clock;

	private final String inventory;

	/**
	 * Creates the rows.
	 * @param jdbc the database
	 * @param transactions its transactions
	 * @param locks locks across replicas; it keeps a lock alive as long as its process
	 * lives
	 * @param account the account
	 * @param clock the clock
	 */
	InventoryRows(JdbcTemplate jdbc, TransactionOperations transactions, LockProvider locks, AccountKey account,
			Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.locks = locks;
		this.clock = clock;
		this.inventory = account.value() + "-" + InventoryJson.FORMAT;
	}

	/**
	 * Acquires the lock of a job unless another replica holds it.
	 * @param job the name of the job
	 * @return the lock, absent if another replica does the job
	 */
	Optional<SimpleLock> lock(String job) {
		return this.locks
			.lock(new LockConfiguration(this.clock.instant(), job + "-" + this.inventory, LOCK_AT_MOST, Duration.ZERO));
	}

	/**
	 * Reads the state.
	 * @return the state with its version
	 */
	Header header() {
		return read("").or(() -> {
			create();
			return read("");
		}).orElseThrow();
	}

	/**
	 * Creates the inventory. Its first version is the time, so that no version of an
	 * inventory that was thrown away comes again.
	 */
	private void create() {
		try {
			this.jdbc.update("insert into inventory (id, version, state) values (?, ?, ?)", this.inventory,
					this.clock.millis(), InventoryJson.write(InventoryState.NEW));
		}
		catch (DuplicateKeyException ex) {
			// Another replica was faster.
		}
	}

	private Optional<Header> read(String lock) {
		return this.jdbc
			.query("select version, state from inventory where id = ?" + lock,
					(row, number) -> new Header(row.getLong("version"),
							InventoryJson.read(row.getString("state"), InventoryState.class)),
					this.inventory)
			.stream()
			.findFirst();
	}

	/**
	 * Reads the certificates that have changed.
	 * @param version the version that is known
	 * @return the certificates that changed after it
	 */
	List<Change> since(long version) {
		return this.jdbc.query("select id, entry from inventory_certificate where inventory = ? and version > ?",
				InventoryRows::change, this.inventory, version);
	}

	private static Change change(ResultSet row, int number) throws SQLException {
		String entry = row.getString("entry");
		return new Change(new CertificateId(row.getString("id")),
				(entry != null) ? InventoryJson.read(entry, Entry.class) : null);
	}

	/**
	 * Changes the inventory while no other replica can.
	 * @param update takes the state as it is now, with its version, and returns what to
	 * save; of its version is the one that it read
	 * @return the state as it was saved
	 */
	Header update(UnaryOperator<Update> update) {
		header();
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Header before = read(" for update").orElseThrow();
			Update changed = update.apply(new Update(before.version(), before.state(), List.of()));
			long version = before.version() + (changed.changes().isEmpty() ? 0 : 1);
			save(changed.changes(), version);
			this.jdbc.update("update inventory set version = ?, state = ? where id = ?", version,
					InventoryJson.write(changed.state()), this.inventory);
			return new Header(version, changed.state());
		}));
	}

	private void save(List<Change> changes, long version) {
		for (int start = 0; start < changes.size(); start += BATCH) {
			List<Object[]> rows = changes.subList(start, Math.min(start + BATCH, changes.size()))
				.stream()
				.map((change) -> row(change, version))
				.toList();
			int[] updated = this.jdbc.batchUpdate(
					"update inventory_certificate set version = ?, entry = ? where inventory = ? and id = ?", rows);
			List<Object[]> added = new ArrayList<>();
			for (int index = 0; index < updated.length; index++) {
				if (updated[index] == 0) {
					added.add(rows.get(index));
				}
			}
			this.jdbc.batchUpdate(
					"insert into inventory_certificate (version, entry, inventory, id) values (?, ?, ?, ?)", added);
		}
	}

	private Object[] row(Change change, long version) {
		Entry entry = change.entry();
		return new Object[] { version, (entry != null) ? InventoryJson.write(entry) : null, this.inventory,
				change.id().value() };
	}

	/**
	 * The state with its version.
	 *
	 * @param version the version of the last change of a certificate
	 * @param state the state
	 */
	record Header(long version, InventoryState state) {

	}

	/**
	 * A change of the inventory.
	 *
	 * @param version the version before it
	 * @param state the state
	 * @param changes the certificates that change
	 */
	record Update(long version, InventoryState state, List<Change> changes) {

	}

}
