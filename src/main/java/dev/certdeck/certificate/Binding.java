package dev.certdeck.certificate;

import java.util.Collection;
import java.util.List;

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
public record Binding(BindingKind kind, String resourceId, String resourceName, String region, List<Listener> listeners,
		int count) {

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
	public Binding(BindingKind kind, String resourceId, String resourceName, String region, List<Listener> listeners) {
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
	public static Binding unnamed(BindingKind kind, String product, String region, int count) {
		return new Binding(kind, "", (kind == BindingKind.OTHER) ? product : "", region, List.of(), count);
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

	}

}
