package dev.certdeck.tencent;

import java.time.Duration;
import java.util.Map;

/**
 * What a call may take.
 *
 * @param connectTimeout how long one connection may take to open
 * @param responseTimeout how long one try may take, to the last byte of the answer
 * @param callTimeout how long the whole call may take, with all its tries and waits
 * @param retries how often a failed read is repeated
 * @param backoff the wait before the first repetition; it doubles with each
 * @param quota how often an action may be called
 * @param maxResponseBytes the largest response to read
 */
public record CallLimits(Duration connectTimeout, Duration responseTimeout, Duration callTimeout, int retries,
		Duration backoff, Quota quota, int maxResponseBytes) {

	/**
	 * How often an action may be called.
	 *
	 * @param perSecond in a second
	 * @param perMinute in a minute, by action, for those that have such a quota
	 */
	public record Quota(int perSecond, Map<String, Integer> perMinute) {

	}

}
