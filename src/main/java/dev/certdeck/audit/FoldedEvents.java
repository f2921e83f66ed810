package dev.certdeck.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the events of which nobody knows who caused them, so that nobody can fill the
 * audit trail with them. The first of a kind from an address is a row at once; what comes
 * from there in the next minutes is counted in memory and added to that row from time to
 * time. Of new rows there are a few in a minute; the rest of a kind is one row.
 */
class FoldedEvents {

	/**
	 * How long a row counts what follows its first event.
	 */
	static final Duration WINDOW = Duration.ofMinutes(10);

	/**
	 * The most rows of single addresses in a minute.
	 */
	static final int ROWS_A_MINUTE = 10;

	private static final int LONGEST_DETAIL = 200;

	private static final Log logger = LogFactory.getLog(FoldedEvents.class);

	private final AuditRows rows;

	private final Map<Key, Tally> tallies = new HashMap<>();

	private final List<Tally> complete = new ArrayList<>();

	private long minute;

	private int rowsOfMinute;

	FoldedEvents(AuditRows rows) {
		this.rows = rows;
	}

	/**
	 * Keeps an event.
	 * @param at when it happened
	 * @param kind its kind
	 * @param actor what is known of who caused it
	 * @param detail further words, of which some are kept for the first one
	 * @throws RuntimeException if it can't be kept
	 */
	void add(Instant at, AuditKind kind, Actor actor, String detail) {
		Tally opened = count(at, kind, actor.address());
		if (opened == null) {
			return;
		}
		boolean many = opened.key.network().equals(Actor.MANY);
		Actor who = many ? new Actor(actor.subject(), actor.name(), Actor.MANY) : actor;
		AuditResult result = new AuditResult(kind.outcome(), null, null,
				many ? "" : RowText.shortened(detail, LONGEST_DETAIL));
		try {
			written(opened, this.rows.add(at, kind.name(), who, null, null, result));
		}
		catch (RuntimeException ex) {
			forget(opened);
			throw ex;
		}
	}

	/**
	 * Counts an event if a row stands for it.
	 * @param at when it happened
	 * @param kind its kind
	 * @param address where it came from
	 * @return for what a row has to be written, absent if the event was counted
	 */
	private synchronized @Nullable Tally count(Instant at, AuditKind kind, String address) {
		Key key = new Key(kind, Network.of(address));
		Tally open = open(key, at);
		if (open == null && !takeRow(at)) {
			key = new Key(kind, Actor.MANY);
			open = open(key, at);
		}
		if (open != null) {
			open.count(at);
			return null;
		}
		Tally opened = new Tally(key, at);
		Optional.ofNullable(this.tallies.put(key, opened)).ifPresent(this.complete::add);
		return opened;
	}

	private @Nullable Tally open(Key key, Instant at) {
		Tally tally = this.tallies.get(key);
		return (tally != null && tally.isOpen(at)) ? tally : null;
	}

	private boolean takeRow(Instant at) {
		long now = Math.floorDiv(at.getEpochSecond(), 60L);
		if (now != this.minute) {
			this.minute = now;
			this.rowsOfMinute = 0;
		}
		return this.rowsOfMinute++ < ROWS_A_MINUTE;
	}

	private synchronized void written(Tally tally, long row) {
		tally.row = row;
	}

	private synchronized void forget(Tally tally) {
		this.tallies.remove(tally.key, tally);
		this.complete.remove(tally);
	}

	/**
	 * Adds to the rows what was counted. What can't be added is tried again next time.
	 * @param now the time
	 */
	void flush(Instant now) {
		for (Tally tally : written(now)) {
			int counted = take(tally);
			try {
				if (counted > 0) {
					this.rows.repeat(tally.row, counted, tally.last);
				}
				forgetComplete(tally);
			}
			catch (DataAccessException | TransactionException ex) {
				giveBack(tally, counted);
				logger.warn("%d events of kind %s are not counted yet: %s".formatted(counted, tally.key.kind(),
						ex.getClass().getSimpleName()));
				return;
			}
		}
	}

	/**
	 * Returns what has a row, and counts no more for what is complete.
	 * @param now the time
	 * @return what has a row
	 */
	private synchronized List<Tally> written(Instant now) {
		this.tallies.values().stream().filter((tally) -> !tally.isOpen(now)).forEach(this.complete::add);
		this.tallies.values().removeIf((tally) -> !tally.isOpen(now));
		return Stream.concat(this.complete.stream(), this.tallies.values().stream())
			.filter((tally) -> tally.row != 0)
			.toList();
	}

	private synchronized int take(Tally tally) {
		int counted = tally.counted;
		tally.counted = 0;
		return counted;
	}

	private synchronized void giveBack(Tally tally, int counted) {
		tally.counted += counted;
	}

	private synchronized void forgetComplete(Tally tally) {
		if (tally.counted == 0) {
			this.complete.remove(tally);
		}
	}

	private record Key(AuditKind kind, String network) {

	}

	private static final class Tally {

		private final Key key;

		private final Instant first;

		private volatile Instant last;

		private volatile long row;

		private int counted;

		Tally(Key key, Instant first) {
			this.key = key;
			this.first = first;
			this.last = first;
		}

		boolean isOpen(Instant at) {
			return Duration.between(this.first, at).abs().compareTo(WINDOW) < 0;
		}

		void count(Instant at) {
			this.counted++;
			this.last = at;
		}

	}

}
