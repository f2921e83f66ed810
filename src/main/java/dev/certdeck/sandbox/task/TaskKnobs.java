package dev.certdeck.sandbox.task;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

import dev.certdeck.sandbox.cloud.Service;
import org.jspecify.annotations.Nullable;

/**
 * How long tasks take and how they end, as tests and demonstrations ask for it.
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
	 * What is odd about the results of searches.
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
	 * Asks for the end of the deletions that begin next.
	 * @param status the status in which they end
	 * @param times for how many deletions, or {@code null} for all
	 */
	public synchronized void endDeletions(DeletionStatus status, @Nullable Integer times) {
		this.deletionEnds.put(ANY, status, times);
	}

	/**
	 * Lets the searches that begin next fail.
	 * @param certificateId the certificate that is searched for, or {@value #ANY}
	 * @param times for how many searches, or {@code null} for all
	 */
	public synchronized void failSearches(String certificateId, @Nullable Integer times) {
		this.failingSearches.put(certificateId, true, times);
	}

	/**
	 * Lets every search report an error for a product.
	 * @param resource the product such as {@code cdn}, or a region of it such as
	 * {@code clb:ap-guangzhou}
	 */
	public synchronized void failResource(String resource) {
		this.failingResources.add(resource);
	}

	/**
	 * Takes everything back but the duration.
	 */
	public synchronized void clear() {
		this.deletionEnds.clear();
		this.failingSearches.clear();
		this.failingResources.clear();
		this.odd.clear();
	}

	/**
	 * Numbers the tasks of every kind.
	 * @return the number of the next task
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
	 * Whether a product cannot be searched.
	 * @param service the product
	 * @param region the region by its name on the wire, or empty
	 * @return whether its search fails
	 */
	public synchronized boolean fails(Service service, String region) {
		return this.failingResources.contains(service.type())
				|| this.failingResources.contains(service.type() + ":" + region);
	}

	/**
	 * The regions of a product that cannot be searched, apart from the product itself.
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
