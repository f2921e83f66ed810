package dev.certdeck.sandbox.v3;

import java.util.List;

import dev.certdeck.sandbox.cloud.LoadBalancer;
import org.jspecify.annotations.Nullable;

/**
 * Parameters and parts of lists.
 */
final class Lists {

	/**
	 * The time at which every resource was created.
	 */
	static final String SINCE = "2026-01-05 10:30:00";

	/**
	 * The network of every load balancer.
	 */
	static final String NETWORK = "vpc-sandbox1";

	private static final int MOST = 100;

	private Lists() {
	}

	static List<String> required(@Nullable List<String> values, String parameter, String tooMany) {
		if (values == null || values.isEmpty()) {
			throw V3Exception.missing(parameter);
		}
		if (values.size() > MOST) {
			throw V3Exception.of(tooMany);
		}
		return values;
	}

	/**
	 * Tells whether an ID is among those requested, which are all if there are none.
	 * @param asked the requested IDs
	 * @param id the ID
	 * @return {@code true} if it is
	 */
	static boolean asked(@Nullable List<String> asked, String id) {
		return asked == null || asked.isEmpty() || asked.contains(id);
	}

	static LoadBalancer find(List<LoadBalancer> loadBalancers, String id, String notFound) {
		return loadBalancers.stream()
			.filter((loadBalancer) -> loadBalancer.id().equals(id))
			.findFirst()
			.orElseThrow(() -> V3Exception.of(notFound));
	}

	static int number(@Nullable Integer value, int fallback, int most, String parameter) {
		int number = (value != null) ? value : fallback;
		if (number < 0 || number > most) {
			throw V3Exception.invalidValue(parameter);
		}
		return number;
	}

	static <T> List<T> page(List<T> all, int offset, int limit) {
		int from = Math.min(offset, all.size());
		return all.subList(from, (int) Math.min((long) from + limit, all.size()));
	}

}
