package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * The certificates of the account as Certdeck knows them: a snapshot that is refreshed in
 * the background and changed by every write.
 */
public class Inventory implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Inventory.class);

	private final CertificateStore store;

	private final LastKnown lastKnown;

	private final UsageFinder usages;

	private final Duration interval;

	private final Clock clock;

	private final List<InventoryObserver> observers;

	private final LatestSnapshot latest;

	private volatile RefreshStatus status = new RefreshStatus(RefreshStatus.Phase.CERTIFICATES, 0, 0, null, null, null);

	private final RefreshTimer timer;

	/**
	 * Creates the inventory.
	 * @param store the cloud's store
	 * @param usages finds the usage of certificates
	 * @param interval the time from the end of one refresh to the start of the next
	 * @param clock the clock
	 * @param observers told what happens to the inventory
	 */
	Inventory(CertificateStore store, UsageFinder usages, Duration interval, Clock clock,
			List<InventoryObserver> observers) {
		this.store = store;
		this.lastKnown = new LastKnown(store);
		this.usages = usages;
		this.interval = interval;
		this.clock = clock;
		this.observers = observers;
		this.latest = new LatestSnapshot(observers, () -> Usage.unknown(this.usages.kinds(), "", clock.instant()));
		this.timer = new RefreshTimer(this::load, interval);
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
		return take(id, this.store.find(id));
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
	 * Tells whether a certificate may have changed without the snapshot showing it.
	 * @param id the certificate's id
	 * @param changedAt when the change was done, by the clock of another replica
	 * @return {@code false} also if there is no snapshot yet
	 */
	boolean isBehind(CertificateId id, Instant changedAt) {
		return this.latest.isBehind(id, changedAt);
	}

	/**
	 * Records that the snapshot shows a certificate as it was at an instant or later.
	 * @param id the certificate's id
	 * @param at the instant
	 */
	void know(CertificateId id, Instant at) {
		this.latest.know(id, at);
	}

	/**
	 * Removes a certificate from the snapshot.
	 * @param id the certificate's id
	 */
	public void forget(CertificateId id) {
		this.latest.write(id, Write.GONE);
	}

	/**
	 * Starts a refresh in the background; requests that wait at the same time share one.
	 * @return completes when a refresh that starts from now on has ended, even in
	 * failure; at once if the inventory is stopped
	 */
	public Future<?> refresh() {
		return this.timer.request();
	}

	/**
	 * Returns the progress of the refresh.
	 * @return the status
	 */
	public RefreshStatus status() {
		return this.status;
	}

	/**
	 * Returns the kinds of resources that block a deletion and are not asked for, because
	 * they are switched off.
	 * @return the kinds
	 */
	public Set<ResourceType> uncheckedKinds() {
		return this.usages.uncheckedKinds();
	}

	/**
	 * Reads everything from the cloud into a new snapshot; after a failure the old one
	 * stays.
	 */
	void load() {
		this.latest.reading();
		Instant start = this.clock.instant();
		RuntimeException failure = null;
		try {
			this.latest.read(read());
		}
		catch (RuntimeException ex) {
			failure = ex;
			logger.warn("Refresh failed, the last snapshot stays: " + RefreshStatus.words(ex),
					(ex instanceof CloudException) ? null : ex);
		}
		ended(start, this.clock.instant(), failure);
	}

	private void ended(Instant start, Instant end, @Nullable RuntimeException failure) {
		this.status = RefreshStatus.ended(failure, end.plus(this.interval));
		this.observers.forEach((observer) -> observer.refreshed(start, end, failure));
	}

	private Snapshot read() {
		Instant asOf = this.clock.instant();
		CertificateList list = this.lastKnown.complete(
				this.store.list((read, total) -> report(RefreshStatus.Phase.CERTIFICATES, read, total)), snapshot());
		if (snapshot().isEmpty()) {
			this.latest.read(snapshot(list, null, asOf));
		}
		int total = list.certificates().size();
		report(RefreshStatus.Phase.USAGE, 0, total);
		UsageSurvey survey = this.usages.findAll(list.certificates().stream().map(Certificate::id).toList(),
				this::knownUsage);
		return snapshot(list, survey, asOf);
	}

	@Nullable Usage knownUsage(CertificateId id) {
		return find(id).map(Entry::usage).orElse(null);
	}

	private Snapshot snapshot(CertificateList list, @Nullable UsageSurvey survey, Instant asOf) {
		Usage notAsked = Usage.unknown(this.usages.kinds(), "", asOf);
		Map<CertificateId, Usage> usages = (survey != null) ? survey.usages() : Map.of();
		List<Entry> entries = list.certificates()
			.stream()
			.map((certificate) -> new Entry(certificate, usages.getOrDefault(certificate.id(), notAsked)))
			.toList();
		return new Snapshot(entries, list.unreadable(), asOf, list.exact(),
				(survey != null) ? survey.uncovered() : null);
	}

	private void report(RefreshStatus.Phase phase, int done, int total) {
		this.status = this.status.in(phase, done, total);
	}

	@Override
	public void start() {
		this.timer.start();
	}

	@Override
	public void stop() {
		this.timer.stop();
	}

	@Override
	public boolean isRunning() {
		return this.timer.isRunning();
	}

}
