package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Region;
import org.jspecify.annotations.Nullable;

/**
 * The load balancers of virtual machines, version 2018-03-17:
 * DescribeLoadBalancerListByCertId, DescribeLoadBalancers and DescribeListeners, each of
 * one region.
 *
 * @param bindings the load balancers
 */
record ClbActions(Bindings bindings) {

	private static final int MOST_CERTIFICATES = 20;

	private static final int DEFAULT_LIMIT = 20;

	private static final int MOST = 100;

	V3Service service() {
		return new V3Service("clb", "2018-03-17",
				Map.of("DescribeLoadBalancerListByCertId", V3Action.regional(ByCertificate.class, this::byCertificate),
						"DescribeLoadBalancers", V3Action.regional(Asked.class, this::loadBalancers),
						"DescribeListeners", V3Action.regional(OfOne.class, this::listeners)));
	}

	private Map<String, Object> byCertificate(ByCertificate asked, Region region) {
		List<String> ids = Lists.required(asked.certIds(), "CertIds", MOST_CERTIFICATES,
				"InvalidParameterValue.Length");
		return Map.of("CertSet",
				ids.stream().map((id) -> Map.of("CertId", id, "LoadBalancers", using(id, region))).toList());
	}

	private List<Map<String, Object>> using(String certificateId, Region region) {
		return in(region, this.bindings.loadBalancersUsing(certificateId)).stream()
			.map(LoadBalancerFields::loadBalancer)
			.toList();
	}

	private static List<LoadBalancer> in(Region region, List<LoadBalancer> loadBalancers) {
		return loadBalancers.stream().filter((loadBalancer) -> loadBalancer.region() == region).toList();
	}

	private Map<String, Object> loadBalancers(Asked asked, Region region) {
		List<LoadBalancer> found = in(region, this.bindings.loadBalancers()).stream().filter(asked::matches).toList();
		int offset = Lists.number(asked.offset(), 0, Integer.MAX_VALUE, "Offset");
		int limit = Lists.number(asked.limit(), DEFAULT_LIMIT, MOST, "Limit");
		return Map.of("LoadBalancerSet",
				Lists.page(found, offset, limit).stream().map(LoadBalancerFields::loadBalancer).toList(), "TotalCount",
				found.size());
	}

	private Map<String, Object> listeners(OfOne asked, Region region) {
		String id = V3Exception.required(asked.loadBalancerId(), "LoadBalancerId");
		LoadBalancer owner = Lists.find(in(region, this.bindings.loadBalancers()), id, "InvalidParameter.LBIdNotFound");
		List<Listener> found = owner.listeners().stream().filter(asked::matches).toList();
		return Map.of("Listeners", found.stream().map(LoadBalancerFields::listener).toList(), "TotalCount",
				found.size());
	}

	/**
	 * The parameters of DescribeLoadBalancerListByCertId.
	 */
	record ByCertificate(@Nullable List<String> certIds) {

	}

	/**
	 * The parameters of DescribeLoadBalancers. There are no classic load balancers
	 * ({@code Forward} 0). Filters other than that and IDs are taken and left alone.
	 */
	record Asked(@Nullable List<String> loadBalancerIds, @Nullable String loadBalancerType, @Nullable Integer forward,
			@Nullable String loadBalancerName, @Nullable String domain, @Nullable List<String> loadBalancerVips,
			@Nullable List<String> backendPublicIps, @Nullable List<String> backendPrivateIps, @Nullable Integer offset,
			@Nullable Integer limit, @Nullable String orderBy, @Nullable Integer orderType, @Nullable String searchKey,
			@Nullable Long projectId, @Nullable Integer withRs, @Nullable String vpcId, @Nullable String securityGroup,
			@Nullable String masterZone, @Nullable List<Filter> filters, @Nullable List<String> additionalFields) {

		boolean matches(LoadBalancer loadBalancer) {
			return Lists.asked(this.loadBalancerIds, loadBalancer.id()) && (this.forward == null || this.forward != 0);
		}

	}

	/**
	 * A filter of DescribeLoadBalancers.
	 */
	record Filter(@Nullable String name, @Nullable List<String> values) {

	}

	/**
	 * The parameters of DescribeListeners.
	 */
	record OfOne(@Nullable String loadBalancerId, @Nullable List<String> listenerIds, @Nullable String protocol,
			@Nullable Integer port) {

		boolean matches(Listener listener) {
			return Lists.asked(this.listenerIds, listener.id())
					&& (this.protocol == null || this.protocol.equals(LoadBalancerFields.protocol(listener)))
					&& (this.port == null || this.port == listener.port());
		}

	}

}
