package dev.certdeck.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether the clock is trusted for the deletion of entries. After a jump it is
 * not, until it has run evenly for so long that people would notice a wrong clock.
 */
final class RetentionRule {

	/**
	 * The maximum difference between the clocks of the database and of this machine.
	 */
	static final Duration TOLERANCE = Duration.ofMinutes(10);

	/**
	 * How long Certdeck runs after a jump before the clock is trusted again.
	 */
	static final Duration PROBATION = Duration.ofDays(7);

	/**
	 * The most that one check adds to the probation, however much time the clock says has
	 * passed since the last one.
	 */
	static final Duration STEP = Duration.ofHours(1);

	private static final Duration LONGEST_PAUSE = Duration.ofDays(7);

	private final Duration pause;

	/**
	 * Creates the rule.
	 * @param retention how long entries are kept; a tenth of it, at most a week, may pass
	 * between two checks
	 */
	RetentionRule(Duration retention) {
		Duration tenth = retention.dividedBy(10);
		this.pause = (tenth.compareTo(LONGEST_PAUSE) < 0) ? tenth : LONGEST_PAUSE;
	}

	/**
	 * Decides whether the clock is trusted.
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
		return trail.followed().plus((step.compareTo(STEP) < 0) ? step : STEP);
	}

	private static boolean isFurther(Instant one, Instant other, Duration limit) {
		return Duration.between(one, other).abs().compareTo(limit) > 0;
	}

	/**
	 * The assessment of the clock.
	 */
	enum Finding {

		/**
		 * It continues the trail's own time.
		 */
		SOUND,

		/**
		 * The database's clock differs.
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
	 * @param finding the assessment of the clock
	 * @param trail the trail's own time from now on
	 */
	record Decision(Finding finding, TrailTime trail) {

	}

}
