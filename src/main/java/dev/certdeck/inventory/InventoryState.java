package dev.certdeck.inventory;

import java.time.Instant;
import java.util.Set;

import dev.certdeck.certificate.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * What the replicas share of an inventory besides its certificates.
 *
 * @param list how the list was last read
 * @param usage how usage was last asked for
 * @param requests the refreshes that people and writes have requested
 * @param lookedAt when somebody last looked at a page, absent if nobody has yet
 * @param refresher the replica that refreshed last, may be empty
 */
record InventoryState(ListReading list, UsageReading usage, Requests requests, @Nullable Instant lookedAt,
		String refresher) {

	/**
	 * The state before anything was read.
	 */
	static final InventoryState NEW = new InventoryState(new ListReading(null, true, 0, null, null),
			new UsageReading(null, null, null), new Requests(0, 0, 0, 0), null, "");

	InventoryState with(ListReading list) {
		return new InventoryState(list, this.usage, this.requests, this.lookedAt, this.refresher);
	}

	InventoryState with(UsageReading usage) {
		return new InventoryState(this.list, usage, this.requests, this.lookedAt, this.refresher);
	}

	InventoryState with(Requests requests) {
		return new InventoryState(this.list, this.usage, requests, this.lookedAt, this.refresher);
	}

	InventoryState lookedAt(Instant lookedAt) {
		return new InventoryState(this.list, this.usage, this.requests, lookedAt, this.refresher);
	}

	InventoryState refreshedBy(String refresher) {
		return new InventoryState(this.list, this.usage, this.requests, this.lookedAt, refresher);
	}

	/**
	 * How the list was last read.
	 *
	 * @param asOf when the list that is shown began to be read, absent if none was read
	 * @param exact whether it did not change meanwhile
	 * @param unreadable how many rows were left out because they can't be read
	 * @param endedAt when the last attempt ended, absent if there was none
	 * @param failure why the last attempt failed, absent if it did not
	 */
	record ListReading(@Nullable Instant asOf, boolean exact, int unreadable, @Nullable Instant endedAt,
			@Nullable RefreshFailure failure) {

		ListReading failed(Instant endedAt, RefreshFailure failure) {
			return new ListReading(this.asOf, this.exact, this.unreadable, endedAt, failure);
		}

	}

	/**
	 * How usage was last asked for.
	 *
	 * @param uncovered the kinds of which no answer says anything, absent until usage was
	 * asked for
	 * @param roundAt when the last search for all certificates began, absent if there was
	 * none
	 * @param retriedAt when the last search for those of which something is unknown
	 * began, absent if there was none
	 */
	record UsageReading(@Nullable Set<ResourceType> uncovered, @Nullable Instant roundAt, @Nullable Instant retriedAt) {

		/**
		 * Lets what is unknown be asked for again, since the cloud answers again.
		 * @return the reading without a search for what is unknown
		 */
		UsageReading again() {
			return new UsageReading(this.uncovered, this.roundAt, null);
		}

	}

	/**
	 * The refreshes that were requested and served so far.
	 *
	 * @param list the requests for the list
	 * @param listServed how many of them are served
	 * @param usage the requests for the usage of all certificates
	 * @param usageServed how many of them are served
	 */
	record Requests(long list, long listServed, long usage, long usageServed) {

		Requests more(boolean withUsage) {
			return new Requests(this.list + 1, this.listServed, withUsage ? this.usage + 1 : this.usage,
					this.usageServed);
		}

		Requests listServed(long served) {
			return new Requests(this.list, Math.max(served, this.listServed), this.usage, this.usageServed);
		}

		Requests usageServed(long served) {
			return new Requests(this.list, this.listServed, this.usage, Math.max(served, this.usageServed));
		}

		boolean isListWaiting() {
			return this.list > this.listServed;
		}

		boolean isUsageWaiting() {
			return this.usage > this.usageServed;
		}

		boolean areServed(Requests requested) {
			return this.listServed >= requested.list && this.usageServed >= requested.usage;
		}

	}

}
