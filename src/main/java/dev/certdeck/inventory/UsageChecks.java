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
 * Looks in the background at what uses single certificates, since the cloud may take
 * minutes for it. Each certificate is looked at once at a time; what is found goes into
 * the snapshot.
 */
public class UsageChecks implements AutoCloseable {

	private final Inventory inventory;

	private final UsageLookup usages;

	private final ExecutorService executor;

	private final Duration patience;

	private final Clock clock;

	private final Map<CertificateId, UsageCheck> running = new HashMap<>();

	private final Set<Usage> named = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	/**
	 * Creates the checks.
	 * @param inventory takes what is found
	 * @param usages asks what uses a certificate
	 * @param executor runs the checks, as many at a time as it has threads
	 * @param patience how long a page waits for a check
	 * @param clock the clock
	 */
	UsageChecks(Inventory inventory, UsageLookup usages, ExecutorService executor, Duration patience, Clock clock) {
		this.inventory = inventory;
		this.usages = usages;
		this.executor = executor;
		this.patience = patience;
		this.clock = clock;
	}

	/**
	 * Finds a certificate in the snapshot or else at the cloud. What uses it is asked if
	 * nobody did yet, and named if it is only counted; a page waits a moment for that.
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
	 * Starts to look at what uses a certificate, unless such a look is under way. One
	 * that was issued and has not expired is looked at thoroughly.
	 * @param id the certificate's id
	 * @return the look
	 */
	public UsageCheck start(CertificateId id) {
		boolean thorough = this.inventory.find(id)
			.map((entry) -> entry.certificate().isIssuedAndNotExpired(this.clock.instant()))
			.orElse(true);
		return start(id, thorough ? Look.THOROUGH : Look.FRESH);
	}

	private UsageCheck start(CertificateId id, Look closeness) {
		return startUnlessRunning(id, closeness, () -> this.usages.find(id, closeness, this.inventory.knownUsage(id)));
	}

	/**
	 * Starts to look at what uses a certificate. A look that is under way is given up,
	 * since it may have passed what changed meanwhile.
	 * @param id the certificate's id
	 * @return the look
	 */
	public synchronized UsageCheck startAnew(CertificateId id) {
		giveUp(id);
		return start(id);
	}

	private void giveUp(CertificateId id) {
		Optional.ofNullable(this.running.remove(id)).ifPresent(UsageCheck::cancel);
	}

	/**
	 * Waits for a look as long as a page may wait.
	 * @param check the look
	 */
	public void await(UsageCheck check) {
		check.await(this.patience);
	}

	/**
	 * Returns the look at a certificate that is under way.
	 * @param id the certificate's id
	 * @return the look, if there is one
	 */
	public synchronized Optional<UsageCheck> running(CertificateId id) {
		return Optional.ofNullable(this.running.get(id));
	}

	/**
	 * Returns how long a look waits at most for the cloud.
	 * @return the limit, zero if the cloud answers at once
	 */
	public Duration limit() {
		return this.usages.longestWait();
	}

	/**
	 * Returns the kinds that are looked at less closely before a deletion than they could
	 * be, because that is switched off.
	 * @return the kinds
	 */
	public Set<ResourceType> shallowKinds() {
		return this.usages.shallowKinds();
	}

	private synchronized UsageCheck startUnlessRunning(CertificateId id, Look closeness, Supplier<Usage> look) {
		UsageCheck before = this.running.get(id);
		if (before != null && before.does(closeness)) {
			return before;
		}
		giveUp(id);
		UsageCheck check = new UsageCheck(this.clock.instant(), closeness, limit(), (self) -> take(id, self, look));
		if (this.executor.isShutdown()) {
			check.cancel();
			return check;
		}
		this.executor.execute(() -> run(check));
		this.running.put(id, check);
		return check;
	}

	/**
	 * Runs a look once it is among those that are under way.
	 * @param check the look
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
	 * Looks and takes what is found, unless the look was given up meanwhile.
	 * @param id the certificate's id
	 * @param check the look that is under way
	 * @param look asks
	 * @return what was found
	 */
	private Usage take(CertificateId id, UsageCheck check, Supplier<Usage> look) {
		try {
			Usage usage = look.get();
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
	 * Gives all looks up.
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
	 * @param check the look at what uses it that is under way, absent if there is none
	 */
	public record Opened(Entry entry, @Nullable UsageCheck check) {

	}

}
