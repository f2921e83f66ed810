package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.certdeck.inventory.InventoryRows.Header;
import dev.certdeck.inventory.InventoryRows.Update;
import dev.certdeck.inventory.InventoryState.ListReading;
import dev.certdeck.inventory.InventoryState.Requests;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Exchanges the snapshot of this replica with those of the others through the database.
 * Every method that does so throws {@link org.springframework.dao.DataAccessException} or
 * {@link org.springframework.transaction.TransactionException} if the database can't be
 * asked; what was not saved is saved by the next exchange.
 */
class SharedSnapshot {

	private static final Log logger = LogFactory.getLog(SharedSnapshot.class);

	private static final Duration LOOK_SAVED_AFTER = Duration.ofSeconds(30);

	private static final long NOTHING = -1;

	private final InventoryRows rows;

	private final LatestSnapshot latest;

	private Snapshot saved = Snapshot.NONE;

	private volatile @Nullable Instant looked;

	private volatile Header header = new Header(NOTHING, InventoryState.NEW);

	/**
	 * Creates the exchange.
	 * @param rows the inventory in the database
	 * @param latest the snapshot of this replica
	 */
	SharedSnapshot(InventoryRows rows, LatestSnapshot latest) {
		this.rows = rows;
		this.latest = latest;
	}

	/**
	 * Returns the state as it was last exchanged, with the last look at this replica.
	 * @return the state
	 */
	InventoryState state() {
		InventoryState state = this.header.state();
		Instant look = this.looked;
		return (look != null && isLater(look, Duration.ZERO)) ? state.lookedAt(look) : state;
	}

	/**
	 * Returns the version that the snapshot of this replica contains.
	 * @return the version, negative before the first exchange
	 */
	long version() {
		return this.header.version();
	}

	/**
	 * Saves what the other replicas do not know; if the database can't be asked, it is
	 * saved later.
	 * @return the version that contains it
	 */
	long save() {
		unlessAway(this::exchange);
		return version();
	}

	/**
	 * Takes over what other replicas have saved, if the snapshot of this one is older;
	 * not if the database can't be asked.
	 * @param version a version that another replica saved
	 */
	void follow(long version) {
		if (version > version()) {
			unlessAway(this::exchange);
		}
	}

	/**
	 * Notes that somebody looks at a page, so that the list is refreshed often. The next
	 * exchange saves it, so that no page waits for the database.
	 * @param now the present
	 */
	void look(Instant now) {
		this.looked = now;
	}

	private static void unlessAway(Runnable exchange) {
		try {
			exchange.run();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The inventory could not be exchanged with the database: " + ex);
		}
	}

	/**
	 * Takes over what other replicas have saved, and saves what they do not know.
	 */
	synchronized void exchange() {
		follow(this.rows.header());
		Instant look = this.looked;
		if (look != null && isLater(look, LOOK_SAVED_AFTER)) {
			change((state) -> state.lookedAt(look));
		}
		else if (this.latest.get().orElse(Snapshot.NONE) != this.saved) {
			change((state) -> state);
		}
	}

	private boolean isLater(Instant look, Duration difference) {
		Instant last = this.header.state().lookedAt();
		return last == null || look.isAfter(last.plus(difference));
	}

	/**
	 * Changes the state and saves what other replicas do not know.
	 * @param change changes the state
	 */
	synchronized void change(UnaryOperator<InventoryState> change) {
		List<Snapshot> shown = new ArrayList<>();
		Header changed = this.rows.update((before) -> {
			follow(new Header(before.version(), before.state()));
			Snapshot snapshot = this.latest.get().orElse(Snapshot.NONE);
			shown.add(snapshot);
			return new Update(before.version(), change.apply(before.state()), Change.between(this.saved, snapshot));
		});
		this.saved = shown.get(0);
		become(changed);
		if (!isOf(this.saved, changed.state())) {
			this.saved = this.latest.follow(List.of(), changed.state(), this.saved);
		}
		this.latest.saved(this.saved);
	}

	/**
	 * Requests a refresh from whichever replica does it.
	 * @param withUsage whether the usage of all certificates is to be asked for
	 * @return the requests, to be served
	 */
	synchronized Requests request(boolean withUsage) {
		change((state) -> state.with(state.requests().more(withUsage)));
		return state().requests();
	}

	private void follow(Header next) {
		if (next.version() < version()) {
			// The database was restored from an older copy.
			this.saved = Snapshot.NONE;
			this.header = new Header(NOTHING, InventoryState.NEW);
		}
		if (next.version() != version()) {
			this.saved = this.latest.follow(this.rows.since(version()), next.state(), this.saved);
		}
		else if (!isSame(next.state(), state())) {
			this.saved = this.latest.follow(List.of(), next.state(), this.saved);
		}
		become(next);
	}

	private void become(Header next) {
		ListReading before = state().list();
		this.header = next;
		ListReading reading = next.state().list();
		if (reading.endedAt() != null && !reading.equals(before)) {
			this.latest.observers().listRead(reading.endedAt(), reading.failure());
		}
	}

	private static boolean isSame(InventoryState one, InventoryState other) {
		return one.list().equals(other.list()) && Objects.equals(one.usage().uncovered(), other.usage().uncovered());
	}

	private static boolean isOf(Snapshot snapshot, InventoryState state) {
		return state.list().asOf() == null || (snapshot.asOf().equals(state.list().asOf())
				&& snapshot.isUsageAsked() == (state.usage().uncovered() != null)
				&& snapshot.uncoveredKinds().equals(Objects.requireNonNullElse(state.usage().uncovered(), Set.of())));
	}

}
