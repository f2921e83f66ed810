package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.certdeck.certificate.CallCause;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.inventory.InventoryState.UsageReading;
import dev.certdeck.inventory.RefreshPlan.Search;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the usage of the certificates for which it is due.
 */
class UsageRefresh implements RefreshJob {

	private final CloudInventory cloud;

	private final LatestSnapshot latest;

	private final SharedSnapshot shared;

	private final RefreshPlan plan;

	private final Clock clock;

	private volatile int searched;

	/**
	 * Creates the job.
	 * @param cloud asks for usage
	 * @param latest shows it
	 * @param shared saves it
	 * @param plan tells when it is asked for
	 * @param clock the clock
	 */
	UsageRefresh(CloudInventory cloud, LatestSnapshot latest, SharedSnapshot shared, RefreshPlan plan, Clock clock) {
		this.cloud = cloud;
		this.latest = latest;
		this.shared = shared;
		this.plan = plan;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "usage";
	}

	@Override
	public boolean isDue() {
		Search search = search();
		return this.latest.get().isPresent() && (search == Search.ALL || !certificates(search).isEmpty());
	}

	private Search search() {
		return this.plan.search(this.shared.state(), this.clock.instant());
	}

	@Override
	public void run() {
		Search search = search();
		InventoryState before = this.shared.state();
		Snapshot snapshot = this.latest.get().orElse(Snapshot.NONE);
		List<CertificateId> certificates = certificates(search);
		Instant start = this.clock.instant();
		this.searched = certificates.size();
		try {
			CallCause cause = (before.requests().isUsageWaiting() || before.usage().roundAt() == null) ? CallCause.PAGE
					: CallCause.BACKGROUND;
			UsageSurvey survey = this.cloud.find(cause, certificates, snapshot);
			boolean all = search == Search.ALL;
			Set<ResourceType> uncovered = all ? survey.uncovered() : both(before.usage().uncovered(), survey);
			this.latest.found(new UsageSurvey(survey.usages(), uncovered), snapshot);
			boolean retry = search == Search.PENDING_AND_UNKNOWN;
			this.shared.change((state) -> state
				.with(new UsageReading(uncovered, all ? start : state.usage().roundAt(),
						retry ? start : state.usage().retriedAt()))
				.with(all ? state.requests().usageServed(before.requests().usage()) : state.requests()));
		}
		finally {
			this.searched = 0;
		}
	}

	/**
	 * Returns the kinds of which neither the searches before nor the last one said
	 * anything.
	 * @param before the kinds before, absent if usage was not asked for
	 * @param survey the last search
	 * @return the kinds
	 */
	private static Set<ResourceType> both(@Nullable Set<ResourceType> before, UsageSurvey survey) {
		if (before == null) {
			return survey.uncovered();
		}
		Set<ResourceType> both = EnumSet.noneOf(ResourceType.class);
		both.addAll(before);
		both.retainAll(survey.uncovered());
		return both;
	}

	private List<CertificateId> certificates(Search search) {
		Snapshot snapshot = this.latest.get().orElse(Snapshot.NONE);
		return switch (search) {
			case NONE -> List.of();
			case ALL -> snapshot.entries().stream().map(Entry::id).toList();
			case PENDING -> this.latest.pending();
			case PENDING_AND_UNKNOWN -> Stream.concat(this.latest.pending().stream(),
					snapshot.entries().stream().filter((entry) -> !entry.usage().unknown().isEmpty()).map(Entry::id))
				.distinct()
				.toList();
		};
	}

	/**
	 * Returns for how many certificates usage is asked here at present.
	 * @return the number, 0 if no search runs
	 */
	int searched() {
		return this.searched;
	}

}
