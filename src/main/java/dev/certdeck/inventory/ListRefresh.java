package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import dev.certdeck.certificate.CallCause;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.inventory.InventoryState.ListReading;
import dev.certdeck.inventory.InventoryState.Requests;
import dev.certdeck.inventory.RefreshStatus.Phase;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of certificates. After a failure the one before stays.
 */
class ListRefresh implements RefreshJob {

	private static final Log logger = LogFactory.getLog(ListRefresh.class);

	private final CloudInventory cloud;

	private final LatestSnapshot latest;

	private final SharedSnapshot shared;

	private final RefreshPlan plan;

	private final Clock clock;

	private final String replica = UUID.randomUUID().toString();

	private volatile @Nullable RefreshStatus running;

	/**
	 * Creates the job.
	 * @param cloud reads the list
	 * @param latest shows it
	 * @param shared saves it
	 * @param plan tells when it is read
	 * @param clock the clock
	 */
	ListRefresh(CloudInventory cloud, LatestSnapshot latest, SharedSnapshot shared, RefreshPlan plan, Clock clock) {
		this.cloud = cloud;
		this.latest = latest;
		this.shared = shared;
		this.plan = plan;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "list";
	}

	@Override
	public boolean isDue() {
		return this.plan.isListDue(this.shared.state(), this.clock.instant());
	}

	@Override
	public void run() {
		InventoryState before = this.shared.state();
		this.latest.reading();
		Instant start = this.clock.instant();
		this.running = last().in(Phase.CERTIFICATES, 0, 0);
		CertificateList list = null;
		RuntimeException failure = null;
		try {
			CallCause cause = (before.requests().isListWaiting() || before.list().asOf() == null) ? CallCause.PAGE
					: CallCause.BACKGROUND;
			list = this.cloud.list(cause, (read, total) -> this.running = last().in(Phase.CERTIFICATES, read, total),
					this.latest.get());
		}
		catch (CancellationException ex) {
			this.latest.read(null, start);
			this.running = null;
			throw ex;
		}
		catch (RuntimeException ex) {
			failure = ex;
			logger.warn("Refresh failed, the last snapshot stays: " + RefreshStatus.words(ex),
					(ex instanceof CloudException) ? null : ex);
		}
		this.latest.read(list, start);
		Instant end = this.clock.instant();
		try {
			ListReading reading = (list != null) ? new ListReading(start, list.exact(), list.unreadable(), end, null)
					: before.list().failed(end, RefreshFailure.of(Objects.requireNonNull(failure)));
			this.shared.change((state) -> {
				Requests served = state.requests().listServed(before.requests().list());
				return state.with(reading)
					.with((reading.failure() != null) ? served.usageServed(before.requests().usage()) : served)
					.with((state.list().failure() != null) ? state.usage().again() : state.usage())
					.refreshedBy(this.replica);
			});
		}
		finally {
			this.running = null;
			this.latest.observers().refreshed(start, end, failure);
		}
	}

	/**
	 * Returns the progress of the job if it runs here.
	 * @return the progress, absent if it does not run
	 */
	@Nullable RefreshStatus running() {
		return this.running;
	}

	/**
	 * Returns how the list was last read.
	 * @return the status, {@linkplain RefreshStatus#isRunning() running} if it never was
	 * or is due, since it is read within seconds then
	 */
	RefreshStatus last() {
		InventoryState state = this.shared.state();
		Instant ended = state.list().endedAt();
		if (ended == null) {
			return RefreshStatus.FIRST;
		}
		Instant now = this.clock.instant();
		Instant next = this.plan.listDueAt(state, ended, now);
		RefreshStatus last = RefreshStatus.ended(state.list().failure(), next);
		return now.isBefore(next) ? last : last.in(Phase.CERTIFICATES, 0, 0);
	}

	/**
	 * Tells whether this replica refreshed last.
	 * @return {@code false} if another one did or none has
	 */
	boolean isRefresher() {
		return this.replica.equals(this.shared.state().refresher());
	}

}
