package dev.certdeck.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether a clock is believed when entries are deleted by it. A clock that jumped
 * is wrong until it has gone on evenly for long enough that people would have noticed.
 */
final class RetentionRule {

	/**
	 * How far the clocks of the database and of this machine may be apart.
	 */
	static final Duration TOLERANCE = Duration.ofMinutes(10);

	/**
	 * For how long Certdeck runs after a jump before the clock is believed again.
	 */
	static final Duration PROBATION = Duration.ofDays(7);

	/**
	 * The most that one look counts for, whatever the clock says has passed since the
	 * last one.
	 */
	static final Duration LOOK = Duration.ofHours(1);

	private static final Duration LONGEST_PAUSE = Duration.ofDays(7);

	private final Duration pause;

	/**
	 * Creates the rule.
	 * @param retention how long entries are kept; a tenth of it, at most a week, may pass
	 * between two looks
	 */
	RetentionRule(Duration retention) {
		Duration tenth = retention.dividedBy(10);
		this.pause = (tenth.compareTo(LONGEST_PAUSE) < 0) ? tenth : LONGEST_PAUSE;
	}

	/**
	 * Decides whether the clock is believed.
	 * @param trail the trail's own time
	 * @param now this machine's clock
	 * @param database the database's clock
	 * @return the decision, with what to remember for the next one
	 */
	Decision decide(TrailTime trail, Instant now, Instant database) {
		if (isFurther(now, database, TOLERANCE)) {
			return new Decision(Finding.CLOCKS_DIFFER, trail);
		}
		if (!isFurther(trail.confirmed(), now, this.pause)) {
			Instant latest = now.isAfter(trail.confirmed()) ? now : trail.confirmed();
			return new Decision(Finding.SOUND, new TrailTime(latest, now, Duration.ZERO));
		}
		Duration followed = followed(trail, now);
		return (followed.compareTo(PROBATION) >= 0) ? new Decision(Finding.SOUND, TrailTime.of(now))
				: new Decision(Finding.JUMPED, new TrailTime(trail.confirmed(), now, followed));
	}

	private Duration followed(TrailTime trail, Instant now) {
		Duration step = Duration.between(trail.looked(), now);
		if (step.isNegative() || step.compareTo(this.pause) > 0) {
			return Duration.ZERO;
		}
		return trail.followed().plus((step.compareTo(LOOK) < 0) ? step : LOOK);
	}

	private static boolean isFurther(Instant one, Instant other, Duration limit) {
		return Duration.between(one, other).abs().compareTo(limit) > 0;
	}

	/**
	 * What is thought of a clock.
	 */
	enum Finding {

		/**
		 * It goes on from the trail's own time.
		 */
		SOUND,

		/**
		 * The database's clock says something else.
		 */
		CLOCKS_DIFFER,

		/**
		 * It is far from the trail's own time.
		 */
		JUMPED

	}

	/**
	 * A decision.
	 *
	 * @param finding what is thought of the clock
	 * @param trail the trail's own time from now on
	 */
	record Decision(Finding finding, TrailTime trail) {

	}

}
