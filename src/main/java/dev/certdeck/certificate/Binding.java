package dev.certdeck.certificate;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A cloud resource that uses a certificate, or several of one kind and region that the
 * cloud has counted but not named.
 *
 * @param kind the product
 * @param resourceId the resource's id, empty for resources that are not named
 * @param resourceName the resource's name, may be empty
 * @param region the region as the product names it, empty where the product has none
 * @param listeners the listeners that use the certificate, empty where the product has
 * none
 * @param count how many resources this stands for, 1 for one that is named
 */
public record Binding(ResourceType kind, String resourceId, String resourceName, String region,
		List<Listener> listeners, int count) {

	private static final int MOST_LISTENERS = 10;

	/**
	 * Creates the binding.
	 */
	public Binding {
		listeners = List.copyOf(listeners);
	}

	/**
	 * Creates the binding of one resource.
	 * @param kind the product
	 * @param resourceId the resource's id
	 * @param resourceName the resource's name, may be empty
	 * @param region the region, empty where the product has none
	 * @param listeners the listeners that use the certificate
	 */
	public Binding(ResourceType kind, String resourceId, String resourceName, String region, List<Listener> listeners) {
		this(kind, resourceId, resourceName, region, listeners, 1);
	}

	/**
	 * Creates the binding of resources that are counted, not named.
	 * @param kind the product
	 * @param product what the cloud calls the product
	 * @param region the region, empty where the product has none
	 * @param count how many resources
	 * @return the binding
	 */
	public static Binding unnamed(ResourceType kind, String product, String region, int count) {
		return new Binding(kind, "", (kind == ResourceType.OTHER) ? product : "", region, List.of(), count);
	}

	/**
	 * Counts the resources of bindings.
	 * @param bindings the bindings
	 * @return how many resources they stand for, {@link Integer#MAX_VALUE} if these are
	 * more
	 */
	public static int count(Collection<Binding> bindings) {
		return (int) Math.min(Integer.MAX_VALUE, bindings.stream().mapToLong(Binding::count).sum());
	}

	/**
	 * Counts the resources of bindings by kind.
	 * @param bindings the bindings
	 * @return how many resources of each kind they stand for
	 */
	static SortedMap<ResourceType, Integer> counts(Collection<Binding> bindings) {
		SortedMap<ResourceType, Integer> counts = new TreeMap<>();
		bindings.forEach((binding) -> counts.merge(binding.kind(), binding.count(),
				(one, other) -> (int) Math.min(Integer.MAX_VALUE, (long) one + other)));
		return counts;
	}

	/**
	 * Names the resource with what distinguishes it from others.
	 * @return the id; in brackets its name, its region and some of its listeners
	 */
	Object label() {
		Object details = Message.join("list.comma",
				Stream
					.concat(Stream.of(this.resourceName.strip(), this.region.strip()),
							this.listeners.stream().limit(MOST_LISTENERS).map(Listener::label))
					.filter((part) -> !part.equals("") && !part.equals(this.resourceId)));
		return details.equals("") ? this.resourceId : Message.of("binding.details", this.resourceId, details);
	}

	/**
	 * Tells whether the cloud said which resource it is.
	 * @return {@code false} if it only counted
	 */
	public boolean isNamed() {
		return !this.resourceId.isEmpty();
	}

	/**
	 * A listener of a load balancer.
	 *
	 * @param id the listener's id
	 * @param name the listener's name, may be empty
	 * @param port the port on which it listens, 0 if the cloud does not tell
	 */
	public record Listener(String id, String name, int port) {

		Object label() {
			return (this.port > 0) ? Message.of("binding.listener", this.id, this.port) : this.id;
		}

	}

}
