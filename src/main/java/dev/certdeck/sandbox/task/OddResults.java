package dev.certdeck.sandbox.task;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.certdeck.sandbox.cloud.Service;
import org.jspecify.annotations.Nullable;

/**
 * Odd results of searches, as set by tests.
 */
public class OddResults {

	private final Limited<Gathered> partial = new Limited<>();

	private final Set<String> spoilt = new TreeSet<>();

	private final Set<String> omitted = new TreeSet<>();

	/**
	 * Makes the results of finished searches incomplete.
	 * @param certificateId the certificate that is searched for, or
	 * {@value TaskKnobs#ANY}
	 * @param gathered how much of them is there
	 * @param times how many reads this applies to, {@code null} for all
	 */
	public synchronized void tell(String certificateId, Gathered gathered, @Nullable Integer times) {
		this.partial.put(certificateId, gathered, times);
	}

	/**
	 * Makes the result of a certificate's search {@code null}.
	 * @param certificateId the certificate
	 */
	public synchronized void spoil(String certificateId) {
		this.spoilt.add(certificateId);
	}

	/**
	 * Leaves a product out of results.
	 * @param resource the product such as {@code cdn}, or the product in the result of
	 * one certificate such as {@code cdn:GjTNRoK7}
	 */
	public synchronized void omit(String resource) {
		this.omitted.add(resource);
	}

	synchronized void clear() {
		this.partial.clear();
		this.spoilt.clear();
		this.omitted.clear();
	}

	synchronized Gathered gathered(String certificateId) {
		return Objects.requireNonNullElse(this.partial.take(certificateId), Gathered.ALL);
	}

	/**
	 * Tells whether the result of a certificate's search is {@code null}.
	 * @param certificateId the certificate
	 * @return {@code true} if it is
	 */
	public synchronized boolean spoils(String certificateId) {
		return this.spoilt.contains(certificateId);
	}

	/**
	 * Tells whether a product is left out of a result.
	 * @param service the product
	 * @param certificateId the certificate that is searched for
	 * @return {@code true} if it is
	 */
	public synchronized boolean omits(Service service, String certificateId) {
		return this.omitted.contains(service.type()) || this.omitted.contains(service.type() + ":" + certificateId);
	}

}
