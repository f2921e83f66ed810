package dev.certdeck.tencent.v2;

import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.CloudException;

/**
 * A load balancer, of either kind.
 *
 * @param kind the kind
 * @param id its id
 * @param name its name, may be empty
 * @param region the region it is in
 */
record LoadBalancer(BindingKind kind, String id, String name, String region) {

	/**
	 * Reads the id of a load balancer.
	 * @param reply the reply that holds the load balancer
	 * @param row the load balancer
	 * @return the id
	 * @throws CloudException if there is none
	 */
	static String id(Reply reply, Fields row) {
		String id = reply.plainText(row, "loadBalancerId");
		if (id.isBlank()) {
			throw reply.unintelligible("a load balancer without an id");
		}
		return id;
	}

}
