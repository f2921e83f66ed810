package dev.certdeck.tencent.wire;

import java.util.List;

import dev.certdeck.tencent.RemoteCall;

/**
 * The calls about load balancers of one kind and their listeners, in one of the dialects.
 */
public interface ListenerSource {

	/**
	 * Describes the call for the listeners of a load balancer.
	 * @return the call
	 */
	RemoteCall listenersCall();

	/**
	 * Reads the load balancers of a region.
	 * @param region the region
	 * @return all of them
	 * @throws dev.certdeck.certificate.CloudException if they can't be read
	 */
	List<LoadBalancer> loadBalancers(String region);

	/**
	 * Reads the listeners of a load balancer.
	 * @param loadBalancer the load balancer
	 * @return all of them
	 * @throws dev.certdeck.certificate.CloudException if they can't be read
	 */
	List<ListenerRow> listeners(LoadBalancer loadBalancer);

}
