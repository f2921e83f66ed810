package dev.certdeck.upload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Remembers for a while which form came to which outcome, so that a form that is sent
 * again and a certificate that is sent twice at the same time are uploaded once.
 */
class UploadLedger {

	private static final int MAXIMUM_ENTRIES = 1000;

	private final ReentrantLock[] locks = IntStream.range(0, 64)
		.mapToObj((number) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	private final Map<Attempt, Entry> entries = new LinkedHashMap<>();

	private final Duration rememberFor;

	private final Duration holdUnknown;

	private final Clock clock;

	UploadLedger(Duration rememberFor, Duration holdUnknown, Clock clock) {
		this.rememberFor = rememberFor;
		this.holdUnknown = holdUnknown;
		this.clock = clock;
	}

	/**
	 * Carries an upload out unless this form was already sent for this certificate.
	 * Uploads of one certificate wait for each other.
	 * @param token the form's one-time token
	 * @param sha256 the fingerprint of the leaf
	 * @param upload carries the upload out
	 * @return the outcome, now or before; a refusal is not remembered
	 */
	Outcome once(String token, String sha256, Supplier<Outcome> upload) {
		ReentrantLock lock = this.locks[Math.floorMod(sha256.hashCode(), this.locks.length)];
		lock.lock();
		try {
			Attempt attempt = new Attempt(token, sha256);
			return find(attempt).orElseGet(() -> remember(attempt, upload.get()));
		}
		finally {
			lock.unlock();
		}
	}

	/**
	 * Tells whether some form's upload of a certificate lately had an unknown outcome.
	 * @param sha256 the fingerprint of the leaf
	 * @return {@code true} if it may still turn up
	 */
	boolean isUnknown(String sha256) {
		synchronized (this.entries) {
			Instant oldest = this.clock.instant().minus(this.holdUnknown);
			return this.entries.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().sha256().equals(sha256) && !entry.getValue().at().isBefore(oldest))
				.anyMatch((entry) -> entry.getValue().outcome() instanceof Outcome.Unknown);
		}
	}

	private Optional<Outcome> find(Attempt attempt) {
		synchronized (this.entries) {
			forgetOld();
			return Optional.ofNullable(this.entries.get(attempt)).map(Entry::outcome);
		}
	}

	private Outcome remember(Attempt attempt, Outcome outcome) {
		if (!(outcome instanceof Outcome.Refused)) {
			synchronized (this.entries) {
				this.entries.put(attempt, new Entry(outcome, this.clock.instant()));
				forgetOld();
			}
		}
		return outcome;
	}

	private void forgetOld() {
		Instant oldest = this.clock.instant().minus(this.rememberFor);
		this.entries.values().removeIf((entry) -> entry.at().isBefore(oldest));
		while (this.entries.size() > MAXIMUM_ENTRIES) {
			this.entries.remove(this.entries.keySet().iterator().next());
		}
	}

	/**
	 * A form with a certificate.
	 *
	 * @param token the form's one-time token
	 * @param sha256 the fingerprint of the leaf
	 */
	private record Attempt(String token, String sha256) {

	}

	/**
	 * What came of an attempt.
	 *
	 * @param outcome the outcome
	 * @param at when it was known
	 */
	private record Entry(Outcome outcome, Instant at) {

	}

}
