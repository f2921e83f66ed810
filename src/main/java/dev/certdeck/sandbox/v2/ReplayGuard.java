package dev.certdeck.sandbox.v2;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Remembers requests for as long as their timestamps are valid.
 */
class ReplayGuard {

	private static final int MOST_SECONDS = 7200;

	private final Duration clockSkew;

	private final SortedMap<Long, Set<String>> seenBySecond = new TreeMap<>();

	ReplayGuard(Duration clockSkew) {
		this.clockSkew = clockSkew;
	}

	boolean fresh(long timestamp, Instant now) {
		return timestamp >= earliest(now) && timestamp <= now.plus(this.clockSkew).getEpochSecond();
	}

	private long earliest(Instant now) {
		Instant bound = now.minus(this.clockSkew);
		return (bound.getNano() > 0) ? bound.getEpochSecond() + 1 : bound.getEpochSecond();
	}

	/**
	 * Remembers a request.
	 * @param secretId the SecretId of the caller
	 * @param timestamp when it was made, in seconds since 1970
	 * @param nonce its random number
	 * @param now the present moment
	 * @return {@code false} if it was remembered before
	 */
	synchronized boolean first(String secretId, long timestamp, long nonce, Instant now) {
		this.seenBySecond.headMap(earliest(now)).clear();
		while (this.seenBySecond.size() > MOST_SECONDS) {
			this.seenBySecond.remove(this.seenBySecond.firstKey());
		}
		return this.seenBySecond.computeIfAbsent(timestamp, (second) -> new HashSet<>()).add(secretId + " " + nonce);
	}

}
