package dev.certdeck.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.certdeck.http.IpAddress;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Records events of unknown users in few rows, so that nobody can flood the audit trail.
 * The first event of a kind from a network is written at once; those that follow within a
 * window are counted in memory and added to that row by {@link #flush}. The number of new
 * rows a minute is limited; beyond it all events of a kind share one row.
 */
class FoldedEvents implements AutoCloseable {

	/**
	 * How long a row counts the events after its first one.
	 */
	static final Duration WINDOW = Duration.ofMinutes(10);

	/**
	 * Maximum number of rows of single networks in a minute.
	 */
	static final int ROWS_A_MINUTE = 10;

	private static final int LONGEST_DETAIL = 200;

	private static final Log logger = LogFactory.getLog(FoldedEvents.class);

	private final AuditRows rows;

	private final List<Tally> tallies = new ArrayList<>();

	private final Object flushing = new Object();

	private long minute;

	private int rowsOfMinute;

	FoldedEvents(AuditRows rows) {
		this.rows = rows;
	}

	/**
	 * Records an event.
	 * @param at when it happened
	 * @param kind its kind
	 * @param actor what is known of who caused it
	 * @param detail further text, of which the beginning is kept for the first event
	 * @throws RuntimeException if it can't be recorded
	 */
	void add(Instant at, AuditKind kind, Actor actor, String detail) {
		Tally opened = countOrOpen(at, kind, actor.address());
		if (opened == null) {
			return;
		}
		boolean many = opened.network.equals(Actor.MANY);
		Actor who = many ? new Actor(actor.subject(), actor.name(), Actor.MANY) : actor;
		AuditResult result = new AuditResult(kind.outcome(), null, null,
				many ? "" : RowText.shortened(detail, LONGEST_DETAIL));
		try {
			opened.row = this.rows.add(at, kind.name(), who, null, null, result);
		}
		catch (RuntimeException ex) {
			remove(opened);
			throw ex;
		}
	}

	private synchronized @Nullable Tally countOrOpen(Instant at, AuditKind kind, String address) {
		String network = network(address);
		Tally open = find(kind, network, at);
		if (open == null && !takeRow(at)) {
			network = Actor.MANY;
			open = find(kind, network, at);
		}
		if (open != null) {
			open.count(at);
			return null;
		}
		Tally opened = new Tally(kind, network, at);
		this.tallies.add(opened);
		return opened;
	}

	private static String network(String address) {
		// One subscriber has all IPv6 addresses with the same first 64 bits.
		InetAddress parsed = IpAddress.parse(address);
		return (parsed instanceof Inet6Address) ? HexFormat.of().formatHex(parsed.getAddress(), 0, 8) : address;
	}

	private @Nullable Tally find(AuditKind kind, String network, Instant at) {
		return this.tallies.stream()
			.filter((tally) -> tally.kind == kind && tally.network.equals(network) && tally.isOpen(at))
			.findFirst()
			.orElse(null);
	}

	private boolean takeRow(Instant at) {
		long now = Math.floorDiv(at.getEpochSecond(), 60L);
		if (now != this.minute) {
			this.minute = now;
			this.rowsOfMinute = 0;
		}
		return this.rowsOfMinute++ < ROWS_A_MINUTE;
	}

	private synchronized void remove(Tally tally) {
		this.tallies.remove(tally);
	}

	/**
	 * Adds the counts to the rows. A count that can't be added is kept for the next time.
	 * @param now the time, by which tallies are complete
	 */
	void flush(Instant now) {
		synchronized (this.flushing) {
			try {
				written().forEach((tally) -> flush(tally, now));
			}
			catch (DataAccessException | TransactionException ex) {
				logger.warn("The counts of folded events could not be added yet: " + ex.getClass().getSimpleName());
			}
		}
	}

	private synchronized List<Tally> written() {
		return this.tallies.stream().filter((tally) -> tally.row != 0).toList();
	}

	private void flush(Tally tally, Instant now) {
		int counted = tally.counted.get();
		if (counted > 0) {
			this.rows.repeat(tally.row, counted, tally.last);
		}
		synchronized (this) {
			if (tally.counted.addAndGet(-counted) == 0 && !tally.isOpen(now)) {
				this.tallies.remove(tally);
			}
		}
	}

	/**
	 * Adds the last counts to the rows.
	 */
	@Override
	public void close() {
		flush(Instant.MAX);
	}

	private static final class Tally {

		private final AuditKind kind;

		private final String network;

		private final Instant first;

		private final AtomicInteger counted = new AtomicInteger();

		private volatile Instant last;

		private volatile long row;

		Tally(AuditKind kind, String network, Instant first) {
			this.kind = kind;
			this.network = network;
			this.first = first;
			this.last = first;
		}

		boolean isOpen(Instant at) {
			return Duration.between(this.first, at).abs().compareTo(WINDOW) < 0;
		}

		void count(Instant at) {
			this.counted.incrementAndGet();
			this.last = at;
		}

	}

}
