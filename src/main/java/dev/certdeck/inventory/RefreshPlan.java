package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;

import dev.certdeck.inventory.InventoryState.UsageReading;
import org.jspecify.annotations.Nullable;

/**
 * When the list is read and usage is asked for: often while somebody looks, seldom while
 * nobody does, at once on request.
 *
 * @param list the time from one reading of the list to the next while somebody looks
 * @param idleList the same while nobody looks
 * @param usage the time from one search for the usage of all certificates to the next
 * while somebody looks
 * @param idleUsage the same while nobody looks
 * @param attention how long somebody counts as looking after a page was shown
 */
record RefreshPlan(Duration list, Duration idleList, Duration usage, Duration idleUsage, Duration attention) {

	/**
	 * The part of the time after which usage that could not be found out is asked for
	 * again.
	 */
	private static final int RETRIES = 6;

	/**
	 * Tells whether the list is to be read.
	 * @param state the state of the inventory
	 * @param now the present
	 * @return {@code true} if it was requested, was never read or is due
	 */
	boolean isListDue(InventoryState state, Instant now) {
		Instant ended = state.list().endedAt();
		return state.requests().isListWaiting() || ended == null || !now.isBefore(listDueAt(state, ended, now));
	}

	/**
	 * Returns when the list is read next if nobody requests it.
	 * @param state the state of the inventory
	 * @param ended when it was last read
	 * @param now the present
	 * @return the instant, which may have passed
	 */
	Instant listDueAt(InventoryState state, Instant ended, Instant now) {
		return ended.plus(isLookedAt(state, now) ? this.list : this.idleList);
	}

	/**
	 * Tells for which certificates usage is to be asked. What could not be found out is
	 * asked for once more before all is. A request for all waits for the list, and none
	 * is asked while that can't be read.
	 * @param state the state of the inventory
	 * @param now the present
	 * @return the certificates
	 */
	Search search(InventoryState state, Instant now) {
		if (state.list().failure() != null) {
			return Search.NONE;
		}
		UsageReading last = state.usage();
		boolean requested = state.requests().isUsageWaiting() && !state.requests().isListWaiting();
		if (requested || isOver(last.roundAt(), isLookedAt(state, now) ? this.usage : this.idleUsage, now)) {
			return Search.ALL;
		}
		boolean retried = last.retriedAt() != null && !last.retriedAt().isBefore(last.roundAt());
		return (!retried && isOver(last.roundAt(), this.usage.dividedBy(RETRIES), now)) ? Search.PENDING_AND_UNKNOWN
				: Search.PENDING;
	}

	private boolean isLookedAt(InventoryState state, Instant now) {
		return !isOver(state.lookedAt(), this.attention, now);
	}

	private static boolean isOver(@Nullable Instant began, Duration time, Instant now) {
		return began == null || !now.isBefore(began.plus(time));
	}

	/**
	 * The certificates whose usage is asked for.
	 */
	enum Search {

		/**
		 * All certificates.
		 */
		ALL,

		/**
		 * Those that are new or have changed, and those of whose usage something could
		 * not be found out.
		 */
		PENDING_AND_UNKNOWN,

		/**
		 * Those that are new or have changed.
		 */
		PENDING,

		/**
		 * No certificates.
		 */
		NONE

	}

}
