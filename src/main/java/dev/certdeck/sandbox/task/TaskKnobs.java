package dev.certdeck.sandbox.task;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

import dev.certdeck.sandbox.cloud.Service;
import org.jspecify.annotations.Nullable;

/**
 * How long tasks take and how they end.
 */
public class TaskKnobs {

	/**
	 * Stands for every certificate.
	 */
	public static final String ANY = "any";

	private static final long FIRST_NUMBER = 1_251_261;

	private final AtomicLong nextNumber = new AtomicLong(FIRST_NUMBER);

	private final Limited<Boolean> failingSearches = new Limited<>();

	private final Set<String> failingResources = new TreeSet<>();

	private final OddResults odd = new OddResults();

	private final Limited<DeletionStatus> deletionEnds = new Limited<>();

	private Duration duration;

	/**
	 * Creates the knobs.
	 * @param duration how long tasks take
	 * @param failingResources the products that cannot be searched, see
	 * {@link #failResource}
	 */
	public TaskKnobs(Duration duration, Set<String> failingResources) {
		this.duration = duration;
		this.failingResources.addAll(failingResources);
	}

	/**
	 * Returns the odd results of searches.
	 * @return the oddities
	 */
	public OddResults odd() {
		return this.odd;
	}

	public synchronized Duration duration() {
		return this.duration;
	}

	public synchronized void duration(Duration duration) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("A task can't take less than no time");
		}
		this.duration = duration;
	}

	/**
	 * Sets the status in which the next deletions end.
	 * @param status the status
	 * @param times for how many deletions, or {@code null} for all
	 */
	public synchronized void endDeletions(DeletionStatus status, @Nullable Integer times) {
		this.deletionEnds.put(ANY, status, times);
	}

	/**
	 * Makes the next searches fail.
	 * @param certificateId the certificate that is searched for, or {@value #ANY}
	 * @param times for how many searches, or {@code null} for all
	 */
	public synchronized void failSearches(String certificateId, @Nullable Integer times) {
		this.failingSearches.put(certificateId, true, times);
	}

	/**
	 * Makes every search report an error for a product.
	 * @param resource the product such as {@code cdn}, or a region of it such as
	 * {@code clb:ap-guangzhou}
	 */
	public synchronized void failResource(String resource) {
		this.failingResources.add(resource);
	}

	/**
	 * Resets everything but the duration.
	 */
	public synchronized void clear() {
		this.deletionEnds.clear();
		this.failingSearches.clear();
		this.failingResources.clear();
		this.odd.clear();
	}

	/**
	 * Returns the number of the next task.
	 * @return the number, unique among tasks of every kind
	 */
	String nextNumber() {
		return String.valueOf(this.nextNumber.getAndIncrement());
	}

	synchronized @Nullable DeletionStatus nextDeletionEnd() {
		return this.deletionEnds.take(ANY);
	}

	synchronized boolean nextSearchFails(String certificateId) {
		return this.failingSearches.take(certificateId) != null;
	}

	/**
	 * Tells whether the search of a product fails.
	 * @param service the product
	 * @param region the name of the region, may be empty
	 * @return {@code true} if it fails
	 */
	public synchronized boolean fails(Service service, String region) {
		return this.failingResources.contains(service.type())
				|| this.failingResources.contains(service.type() + ":" + region);
	}

	/**
	 * Returns the regions of a product in which its search fails.
	 * @param service the product
	 * @return the names of the regions
	 */
	public synchronized Set<String> failingRegions(Service service) {
		Set<String> regions = new TreeSet<>();
		String prefix = service.type() + ":";
		this.failingResources.stream()
			.filter((resource) -> resource.startsWith(prefix))
			.map((resource) -> resource.substring(prefix.length()))
			.forEach(regions::add);
		return regions;
	}

}
