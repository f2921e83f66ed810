package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Checks the usage of single certificates in the background, since the cloud may take
 * minutes for it. Each certificate has one check at a time; its result goes into the
 * snapshot.
 */
public class UsageChecks implements AutoCloseable {

	private final Inventory inventory;

	private final UsageFinder usages;

	private final ExecutorService executor;

	private final Duration timeout;

	private final Clock clock;

	private final Map<CertificateId, UsageCheck> running = new HashMap<>();

	private final Set<Usage> named = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	/**
	 * Creates the checks.
	 * @param inventory takes the results
	 * @param usages finds the usage of a certificate
	 * @param executor runs the checks, as many at a time as it has threads
	 * @param timeout how long a page waits for a check
	 * @param clock the clock
	 */
	UsageChecks(Inventory inventory, UsageFinder usages, ExecutorService executor, Duration timeout, Clock clock) {
		this.inventory = inventory;
		this.usages = usages;
		this.executor = executor;
		this.timeout = timeout;
		this.clock = clock;
	}

	/**
	 * Finds a certificate in the snapshot or else in the cloud. Its usage is checked if
	 * it never was, and named if it is only counted; a page waits for that at most as
	 * long as it may.
	 * @param id the certificate's id
	 * @return the certificate, absent if the account does not hold it
	 * @throws dev.certdeck.certificate.CloudException if it is not in the snapshot and
	 * can't be read
	 */
	public Optional<Opened> open(CertificateId id) {
		Optional<Entry> entry = this.inventory.find(id).or(() -> this.inventory.reread(id));
		entry.map(Entry::usage).flatMap((usage) -> complete(id, usage)).ifPresent(this::await);
		UsageCheck check = running(id).orElse(null);
		return this.inventory.find(id).or(() -> entry).map((opened) -> new Opened(opened, check));
	}

	/**
	 * Finds a certificate in the snapshot, without asking the cloud.
	 * @param id the certificate's id
	 * @return the certificate, absent if it is not known
	 */
	public Optional<Opened> known(CertificateId id) {
		return this.inventory.find(id).map((entry) -> new Opened(entry, running(id).orElse(null)));
	}

	private Optional<UsageCheck> complete(CertificateId id, Usage usage) {
		if (usage.unknown().containsValue("")) {
			return Optional.of(start(id, Look.FRESH));
		}
		return (usage.isNamed() || this.named.contains(usage)) ? Optional.empty()
				: Optional.of(startUnlessRunning(id, Look.REMEMBERED, () -> name(id, usage)));
	}

	private Usage name(CertificateId id, Usage usage) {
		Usage found = this.usages.named(id, usage);
		this.named.add(found);
		Usage present = this.inventory.knownUsage(id);
		return (present != null && !present.equals(usage)) ? present : found;
	}

	/**
	 * Starts a check, unless one is running. A certificate that is issued and not expired
	 * is checked thoroughly.
	 * @param id the certificate's id
	 * @return the check
	 */
	public UsageCheck start(CertificateId id) {
		boolean thorough = this.inventory.find(id)
			.map((entry) -> entry.certificate().isIssuedAndNotExpired(this.clock.instant()))
			.orElse(true);
		return start(id, thorough ? Look.THOROUGH : Look.FRESH);
	}

	private UsageCheck start(CertificateId id, Look look) {
		return startUnlessRunning(id, look, () -> this.usages.find(id, look, this.inventory.knownUsage(id)));
	}

	/**
	 * Starts a new check. One that is running is cancelled, since it may have missed what
	 * changed meanwhile.
	 * @param id the certificate's id
	 * @return the check
	 */
	public synchronized UsageCheck startAnew(CertificateId id) {
		cancel(id);
		return start(id);
	}

	private void cancel(CertificateId id) {
		Optional.ofNullable(this.running.remove(id)).ifPresent(UsageCheck::cancel);
	}

	/**
	 * Waits for a check at most as long as a page may.
	 * @param check the check
	 */
	public void await(UsageCheck check) {
		check.await(this.timeout);
	}

	/**
	 * Returns the check of a certificate that is running.
	 * @param id the certificate's id
	 * @return the check, if there is one
	 */
	public synchronized Optional<UsageCheck> running(CertificateId id) {
		return Optional.ofNullable(this.running.get(id));
	}

	/**
	 * Returns how long a check waits at most for the cloud.
	 * @return the limit, zero if the cloud answers at once
	 */
	public Duration limit() {
		return this.usages.longestWait();
	}

	/**
	 * Returns the kinds that are searched less closely before a deletion than they could
	 * be, because that is switched off.
	 * @return the kinds
	 */
	public Set<ResourceType> shallowKinds() {
		return this.usages.shallowKinds();
	}

	private synchronized UsageCheck startUnlessRunning(CertificateId id, Look look, Supplier<Usage> search) {
		UsageCheck before = this.running.get(id);
		if (before != null && before.does(look)) {
			return before;
		}
		cancel(id);
		UsageCheck check = new UsageCheck(this.clock.instant(), look, limit(), (self) -> take(id, self, search));
		if (this.executor.isShutdown()) {
			check.cancel();
			return check;
		}
		this.executor.execute(() -> run(check));
		this.running.put(id, check);
		return check;
	}

	/**
	 * Runs a check, unless it was cancelled.
	 * @param check the check
	 */
	private void run(UsageCheck check) {
		synchronized (this) {
			if (!this.running.containsValue(check)) {
				return;
			}
		}
		check.run();
	}

	/**
	 * Finds the usage and puts it into the snapshot, unless the check was cancelled
	 * meanwhile.
	 * @param id the certificate's id
	 * @param check the check
	 * @param search finds the usage
	 * @return the usage
	 */
	private Usage take(CertificateId id, UsageCheck check, Supplier<Usage> search) {
		try {
			Usage usage = search.get();
			synchronized (this) {
				if (this.running.get(id) == check) {
					this.inventory.take(id, usage);
				}
			}
			return usage;
		}
		finally {
			synchronized (this) {
				this.running.remove(id, check);
			}
		}
	}

	/**
	 * Cancels all checks.
	 */
	@Override
	public void close() {
		List<UsageCheck> left;
		synchronized (this) {
			this.executor.shutdown();
			left = List.copyOf(this.running.values());
			this.running.clear();
		}
		left.forEach(UsageCheck::cancel);
		this.executor.shutdownNow();
	}

	/**
	 * A certificate as a page shows it.
	 *
	 * @param entry the certificate
	 * @param check its check that is running, absent if there is none
	 */
	public record Opened(Entry entry, @Nullable UsageCheck check) {

	}

}
