package dev.certdeck.sandbox.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The resources that use certificates of the account.
 */
public class Bindings {

	private final List<LoadBalancer> loadBalancers;

	private final List<CdnHost> cdnHosts;

	private final List<LoadBalancer> bareMetal;

	private final Map<String, List<LoadBalancer>> loadBalancersByCertificate;

	private final Map<String, List<CdnHost>> cdnHostsByCertificate;

	private final Map<String, List<LoadBalancer>> bareMetalByCertificate;

	private final Map<String, List<Deployment>> othersByCertificate;

	/**
	 * Creates the bindings out of the resources.
	 * @param loadBalancers the load balancers of virtual machines (CLB)
	 * @param cdnHosts the hosts of the content delivery network (CDN)
	 * @param bareMetal the load balancers of bare metal machines (BM)
	 * @param others the resources of other products
	 */
	public Bindings(List<LoadBalancer> loadBalancers, List<CdnHost> cdnHosts, List<LoadBalancer> bareMetal,
			List<Deployment> others) {
		this.loadBalancers = List.copyOf(loadBalancers);
		this.cdnHosts = List.copyOf(cdnHosts);
		this.bareMetal = List.copyOf(bareMetal);
		this.loadBalancersByCertificate = index(loadBalancers, LoadBalancer::certificateIds);
		this.cdnHostsByCertificate = index(cdnHosts, (host) -> Stream.ofNullable(host.certificateId()));
		this.bareMetalByCertificate = index(bareMetal, LoadBalancer::certificateIds);
		this.othersByCertificate = index(others, (other) -> Stream.of(other.certificateId()));
	}

	private static <T> Map<String, List<T>> index(List<T> resources, Function<T, Stream<String>> certificateIds) {
		Map<String, List<T>> index = new HashMap<>();
		resources.forEach((resource) -> certificateIds.apply(resource)
			.distinct()
			.forEach((id) -> index.computeIfAbsent(id, (key) -> new ArrayList<>()).add(resource)));
		return index;
	}

	/**
	 * Returns the load balancers of virtual machines in a region.
	 * @param region the region
	 * @return the load balancers
	 */
	public List<LoadBalancer> loadBalancersIn(Region region) {
		return in(region, this.loadBalancers);
	}

	/**
	 * Returns the load balancers of virtual machines that use a certificate.
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
	 * Returns the load balancers of bare metal machines in a region.
	 * @param region the region
	 * @return the load balancers
	 */
	public List<LoadBalancer> bareMetalIn(Region region) {
		return in(region, this.bareMetal);
	}

	private static List<LoadBalancer> in(Region region, List<LoadBalancer> loadBalancers) {
		return loadBalancers.stream().filter((loadBalancer) -> loadBalancer.region().equals(region)).toList();
	}

	/**
	 * Returns what the search of the certificate service finds: all but bare metal.
	 * @param certificateId the ID of the certificate
	 * @param service the product
	 * @return the resources of the product that use the certificate
	 */
	public List<Deployment> deployments(String certificateId, Service service) {
		return switch (service) {
			case CLB -> loadBalancersUsing(certificateId).stream()
				.map((user) -> new Deployment(service, user.region(), user.id(), user.name(), certificateId))
				.toList();
			case CDN -> this.cdnHostsByCertificate.getOrDefault(certificateId, List.of())
				.stream()
				.map((user) -> new Deployment(service, null, user.host(), user.host(), certificateId))
				.toList();
			default -> this.othersByCertificate.getOrDefault(certificateId, List.of())
				.stream()
				.filter((other) -> other.service() == service)
				.toList();
		};
	}

	boolean uses(String certificateId) {
		return Stream
			.of(this.loadBalancersByCertificate, this.cdnHostsByCertificate, this.bareMetalByCertificate,
					this.othersByCertificate)
			.anyMatch((index) -> index.containsKey(certificateId));
	}

}
