package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.Refusal;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tiles of a snapshot, and again only when time may have changed a count.
 */
class TileCounter {

	private final int expiringDays;

	private final DeletionPolicy policy;

	private volatile @Nullable Count last;

	/**
	 * Creates the counter.
	 * @param expiringDays from how many days before its end a certificate counts as
	 * expiring
	 * @param policy decides which certificates can be deleted
	 */
	TileCounter(int expiringDays, DeletionPolicy policy) {
		this.expiringDays = expiringDays;
		this.policy = policy;
	}

	/**
	 * Counts the tiles.
	 * @param snapshot the snapshot
	 * @param now the present
	 * @return the counts
	 */
	Tiles count(Snapshot snapshot, Instant now) {
		Count known = this.last;
		if (known != null && known.holds(snapshot, now)) {
			return known.tiles();
		}
		Tiles tiles = Tiles.count(snapshot, new Expiry(this.expiringDays), this.policy, now);
		this.last = new Count(snapshot, tiles, now, nextChange(snapshot, now));
		return tiles;
	}

	private Instant nextChange(Snapshot snapshot, Instant now) {
		return snapshot.entries()
			.stream()
			.flatMap((entry) -> changes(entry, now))
			.filter((change) -> change.isAfter(now))
			.min(Instant::compareTo)
			.orElse(Instant.MAX);
	}

	private Stream<Instant> changes(Entry entry, Instant now) {
		Stream<Instant> byValidity = Stream.ofNullable(entry.certificate().validity())
			.map(Validity::until)
			.filter(Objects::nonNull)
			.flatMap((until) -> Stream.of(until.plusNanos(1), until.minus(Duration.ofDays(this.expiringDays))));
		if (!entry.certificate().status().isPending()) {
			return byValidity;
		}
		return Stream.concat(byValidity,
				this.policy.decide(entry.certificate(), entry.usage(), now)
					.refusals()
					.stream()
					.filter(Refusal.AppliedRecently.class::isInstance)
					.map((refusal) -> within((Refusal.AppliedRecently) refusal, now)));
	}

	private static Instant within(Refusal.AppliedRecently refusal, Instant now) {
		Instant earliest = refusal.deletableFrom().minus(1, ChronoUnit.MINUTES);
		return earliest.isAfter(now) ? earliest : now.plusNanos(1);
	}

	private record Count(Snapshot snapshot, Tiles tiles, Instant from, Instant until) {

		boolean holds(Snapshot snapshot, Instant now) {
			return this.snapshot == snapshot && !now.isBefore(this.from) && now.isBefore(this.until);
		}

	}

}
