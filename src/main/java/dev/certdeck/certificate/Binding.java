package dev.certdeck.certificate;

import java.util.List;

/**
 * A cloud resource that uses a certificate.
 *
 * @param kind the product
 * @param resourceId the resource's id
 * @param resourceName the resource's name, may be empty
 * @param region the region as the product names it, empty where the product has none
 * @param listeners the listeners that use the certificate, empty where the product has
 * none
 */
public record Binding(BindingKind kind, String resourceId, String resourceName, String region,
		List<Listener> listeners) {

	/**
	 * Creates the binding.
	 */
	public Binding {
		listeners = List.copyOf(listeners);
	}

	/**
	 * A listener of a load balancer.
	 *
	 * @param id the listener's id
	 * @param name the listener's name, may be empty
	 * @param port the port on which it listens
	 */
	public record Listener(String id, String name, int port) {

	}

}
