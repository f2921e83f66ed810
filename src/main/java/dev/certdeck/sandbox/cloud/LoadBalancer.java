package dev.certdeck.sandbox.cloud;

import java.util.List;
import java.util.stream.Stream;

/**
 * A load balancer, of virtual or of bare metal machines.
 *
 * @param id the ID of the load balancer
 * @param name the name of the load balancer
 * @param region its region
 * @param listeners its listeners
 */
public record LoadBalancer(String id, String name, Region region, List<Listener> listeners) {

	/**
	 * Returns the certificates that the cloud's own search finds.
	 * @return the IDs, those of client certificate authorities included
	 */
	public Stream<String> certificateIds() {
		return this.listeners.stream().flatMap(Listener::searchedIds);
	}

}
