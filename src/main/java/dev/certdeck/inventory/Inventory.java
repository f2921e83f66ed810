package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * The certificates of the account as all replicas of Certdeck know them: a snapshot that
 * is refreshed in the background and changed by every write.
 */
public class Inventory implements SmartLifecycle {

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final CloudInventory cloud;

	private final LatestSnapshot latest;

	private final SharedSnapshot shared;

	private final ListRefresh list;

	private final UsageRefresh usage;

	private final RefreshLoop loop;

	/**
	 * Creates the inventory.
	 * @param cloud reads the certificates and what uses them
	 * @param rows the inventory in the database
	 * @param plan tells when what is read
	 * @param clock the clock
	 * @param observers told what happens to the inventory
	 */
	Inventory(CloudInventory cloud, InventoryRows rows, RefreshPlan plan, Clock clock,
			List<InventoryObserver> observers) {
		this.cloud = cloud;
		this.latest = new LatestSnapshot(new InventoryObservers(observers), cloud.usages().kinds(), clock);
		this.shared = new SharedSnapshot(rows, this.latest);
		this.list = new ListRefresh(cloud, this.latest, this.shared, plan, clock);
		this.usage = new UsageRefresh(cloud, this.latest, this.shared, plan, clock);
		this.loop = new RefreshLoop(List.of(this.list, this.usage), rows, this.shared,
				(plan.list().compareTo(LONGEST_PAUSE) < 0) ? plan.list() : LONGEST_PAUSE, clock);
	}

	/**
	 * Returns the certificates as they were last read.
	 * @return the snapshot, absent until the list has been read for the first time
	 */
	public Optional<Snapshot> snapshot() {
		return this.latest.get();
	}

	/**
	 * Returns a certificate as it is known, without asking the cloud.
	 * @param id the certificate's id
	 * @return the certificate, absent if it is not known
	 */
	public Optional<Entry> find(CertificateId id) {
		return this.latest.find(id);
	}

	/**
	 * Reads one certificate from the cloud and puts it into the snapshot, or removes it
	 * if the cloud does not hold it. What is known of its usage stays.
	 * @param id the certificate's id
	 * @return the certificate as it is now
	 * @throws dev.certdeck.certificate.CloudException if it can't be read
	 */
	public Optional<Entry> reread(CertificateId id) {
		return take(id, this.cloud.store().find(id));
	}

	/**
	 * Puts a certificate that was just read from the cloud into the snapshot, or removes
	 * it if the cloud does not hold it. What is known of its usage stays.
	 * @param id the certificate's id
	 * @param held what the cloud holds under the id
	 * @return the certificate as it is now
	 */
	public Optional<Entry> take(CertificateId id, Optional<Certificate> held) {
		return this.latest.write(id, held.map(Write::of).orElse(Write.GONE));
	}

	/**
	 * Puts the usage that was just found into the snapshot.
	 * @param id the certificate's id
	 * @param usage what uses it
	 * @return the certificate as it is now, absent if it is gone
	 */
	Optional<Entry> take(CertificateId id, Usage usage) {
		return this.latest.write(id, Write.of(usage));
	}

	/**
	 * Returns what this replica shares with the others.
	 * @return the exchange
	 */
	SharedSnapshot shared() {
		return this.shared;
	}

	/**
	 * Removes a certificate from the snapshot.
	 * @param id the certificate's id
	 */
	public void forget(CertificateId id) {
		this.latest.write(id, Write.GONE);
	}

	/**
	 * Requests a refresh of the list and of the usage of all certificates, which the
	 * replica does that refreshes; requests that wait at the same time share one.
	 * @return completes when a refresh that starts from now on has ended, even in
	 * failure; at once if the inventory is stopped
	 */
	public Future<?> refresh() {
		return this.loop.request(true);
	}

	/**
	 * Requests a refresh of the list, and of the usage of what is new in it.
	 */
	public void refreshList() {
		this.loop.request(false);
	}

	/**
	 * Returns the progress of the refresh.
	 * @return the status
	 */
	public RefreshStatus status() {
		RefreshStatus last = this.list.last();
		RefreshStatus running = this.list.running();
		if (running != null) {
			return running;
		}
		int searched = this.usage.searched();
		return (searched > 0) ? last.in(RefreshStatus.Phase.USAGE, 0, searched) : last;
	}

	/**
	 * Returns when this replica last exchanged its snapshot with the others.
	 * @return the instant, absent if it never did
	 */
	@Nullable Instant exchangedAt() {
		return this.loop.exchangedAt();
	}

	/**
	 * Tells whether this replica refreshed the list last.
	 * @return {@code false} if another one did or none has
	 */
	boolean isRefresher() {
		return this.list.isRefresher();
	}

	/**
	 * Returns the kinds of resources that block a deletion and are not asked for, because
	 * they are switched off.
	 * @return the kinds
	 */
	public Set<ResourceType> uncheckedKinds() {
		return this.cloud.usages().uncheckedKinds();
	}

	/**
	 * Reads everything from the cloud; what can't be read stays as it was.
	 */
	void load() {
		this.shared.request(true);
		this.list.run();
		if (status().failure() == null) {
			this.usage.run();
		}
	}

	/**
	 * Exchanges the snapshot with the other replicas once, and does what is due.
	 */
	void turn() {
		this.loop.turn(this.list);
		this.loop.turn(this.usage);
	}

	@Nullable Usage knownUsage(CertificateId id) {
		return find(id).map(Entry::usage).orElse(null);
	}

	@Override
	public void start() {
		this.cloud.start();
		this.loop.start();
	}

	@Override
	public void stop() {
		this.loop.stop();
		this.cloud.stop();
	}

	@Override
	public boolean isRunning() {
		return this.loop.isRunning();
	}

}
