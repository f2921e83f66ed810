package dev.certdeck.sandbox.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The resources that use certificates of the account.
 */
public class Bindings {

	private final List<LoadBalancer> loadBalancers;

	private final List<CdnHost> cdnHosts;

	private final List<LoadBalancer> bareMetal;

	private final Map<String, List<LoadBalancer>> loadBalancersByCertificate = new HashMap<>();

	private final Set<String> bound = new HashSet<>();

	/**
	 * Creates the bindings out of the resources.
	 * @param loadBalancers the load balancers of virtual machines (CLB)
	 * @param cdnHosts the hosts of the content delivery network (CDN)
	 * @param bareMetal the load balancers of bare metal machines (BM)
	 */
	public Bindings(List<LoadBalancer> loadBalancers, List<CdnHost> cdnHosts, List<LoadBalancer> bareMetal) {
		this.loadBalancers = List.copyOf(loadBalancers);
		this.cdnHosts = List.copyOf(cdnHosts);
		this.bareMetal = List.copyOf(bareMetal);
		this.loadBalancers.forEach(this::index);
		Stream.concat(this.loadBalancers.stream(), this.bareMetal.stream())
			.flatMap(LoadBalancer::certificateIds)
			.forEach(this.bound::add);
		this.cdnHosts.stream().map(CdnHost::certificateId).flatMap(Stream::ofNullable).forEach(this.bound::add);
	}

	private void index(LoadBalancer loadBalancer) {
		loadBalancer.certificateIds()
			.distinct()
			.forEach((id) -> this.loadBalancersByCertificate.computeIfAbsent(id, (key) -> new ArrayList<>())
				.add(loadBalancer));
	}

	public List<LoadBalancer> loadBalancers() {
		return this.loadBalancers;
	}

	/**
	 * The load balancers of virtual machines that use a certificate.
	 * @param certificateId the ID of the certificate
	 * @return the load balancers of all regions
	 */
	public List<LoadBalancer> loadBalancersUsing(String certificateId) {
		return this.loadBalancersByCertificate.getOrDefault(certificateId, List.of());
	}

	public List<CdnHost> cdnHosts() {
		return this.cdnHosts;
	}

	/**
	 * The load balancers of bare metal machines in a region.
	 * @param region the region
	 * @return the load balancers
	 */
	public List<LoadBalancer> bareMetalIn(Region region) {
		return this.bareMetal.stream().filter((loadBalancer) -> loadBalancer.region() == region).toList();
	}

	boolean uses(String certificateId) {
		return this.bound.contains(certificateId);
	}

}
