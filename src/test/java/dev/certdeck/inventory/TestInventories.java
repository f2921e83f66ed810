package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateStore;

/**
 * Inventories for the tests of other rooms.
 */
public final class TestInventories {

	private TestInventories() {
	}

	/**
	 * Makes an inventory that has read its store once and does nothing by itself.
	 * @param store the store
	 * @param sources the products to ask for bindings
	 * @param clock the clock
	 * @return the inventory
	 */
	public static Inventory loaded(CertificateStore store, List<BindingSource> sources, Clock clock) {
		Inventory inventory = inventory(store, sources, new TestDatabase().rows(clock), clock);
		inventory.load();
		return inventory;
	}

	static Inventory inventory(CertificateStore store, List<BindingSource> sources, InventoryRows rows, Clock clock) {
		return new Inventory(new CloudInventory(store, new UsageFinder(sources, clock)), rows, plan(Duration.ofDays(1)),
				clock, List.of());
	}

	static RefreshPlan plan(Duration interval) {
		return new RefreshPlan(interval, interval, interval, interval, interval);
	}

	/**
	 * Makes looks in the background for which a page waits as long as a test may take.
	 * @param inventory takes what is found
	 * @param sources the products to ask for bindings
	 * @param clock the clock
	 * @return the looks
	 */
	public static UsageChecks checks(Inventory inventory, List<BindingSource> sources, Clock clock) {
		return checks(inventory, sources, Duration.ofSeconds(30), clock);
	}

	static UsageChecks checks(Inventory inventory, List<BindingSource> sources, Duration timeout, Clock clock) {
		return new UsageChecks(inventory, new UsageFinder(sources, clock), threads(4), timeout, clock);
	}

	private static ExecutorService threads(int count) {
		return Executors.newFixedThreadPool(count, (task) -> {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			return thread;
		});
	}

}
