package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Region;
import org.jspecify.annotations.Nullable;

/**
 * The load balancers of bare metal machines, version 2018-06-25: DescribeLoadBalancers,
 * DescribeL7Listeners and DescribeCertDetail, each of one region.
 *
 * @param cloud the cloud
 */
record BmlbActions(Cloud cloud) {

	private static final int DEFAULT_LIMIT = 20;

	private static final int MOST = 100;

	V3Service service() {
		return new V3Service("bmlb", "2018-06-25",
				Map.of("DescribeLoadBalancers", V3Action.regional(Asked.class, this::loadBalancers),
						"DescribeL7Listeners", V3Action.regional(One.class, this::listeners), "DescribeCertDetail",
						V3Action.regional(Certificate.class, this::certificate)));
	}

	private Map<String, Object> loadBalancers(Asked asked, Region region) {
		List<LoadBalancer> found = this.cloud.bindings()
			.bareMetalIn(region)
			.stream()
			.filter((loadBalancer) -> Lists.asked(asked.loadBalancerIds(), loadBalancer.id()))
			.toList();
		int offset = Lists.number(asked.offset(), 0, Integer.MAX_VALUE, "Offset");
		int limit = Lists.number(asked.limit(), DEFAULT_LIMIT, MOST, "Limit");
		return Map.of("LoadBalancerSet",
				Lists.page(found, offset, limit).stream().map(BareMetalFields::loadBalancer).toList(), "TotalCount",
				found.size());
	}

	private Map<String, Object> listeners(One one, Region region) {
		String id = V3Exception.required(one.loadBalancerId(), "LoadBalancerId");
		LoadBalancer owner = Lists.find(this.cloud.bindings().bareMetalIn(region), id, "ResourceNotFound");
		return Map.of("ListenerSet",
				owner.listeners()
					.stream()
					.filter((listener) -> Lists.asked(one.listenerIds(), listener.id()))
					.map(BareMetalFields::listener)
					.toList());
	}

	private Map<String, Object> certificate(Certificate asked, Region region) {
		String id = V3Exception.required(asked.certId(), "CertId");
		HeldCertificate held = Refusals.translate(() -> this.cloud.find(id));
		List<LoadBalancer> users = this.cloud.bindings()
			.bareMetalUsing(id)
			.stream()
			.filter((user) -> user.region() == region)
			.toList();
		return BareMetalFields.certificate(held, this.cloud.material(held), users);
	}

	/**
	 * The parameters of DescribeLoadBalancers. Filters other than IDs are taken and left
	 * alone.
	 */
	record Asked(@Nullable List<String> loadBalancerIds, @Nullable String loadBalancerType,
			@Nullable String loadBalancerName, @Nullable String domain, @Nullable List<String> loadBalancerVips,
			@Nullable Integer offset, @Nullable Integer limit, @Nullable String searchKey, @Nullable String orderBy,
			@Nullable Integer orderType, @Nullable Integer projectId, @Nullable Integer exclusive,
			@Nullable String tgwSetType, @Nullable String vpcId, @Nullable String queryType, @Nullable String confId) {

	}

	/**
	 * The parameters of DescribeL7Listeners.
	 */
	record One(@Nullable String loadBalancerId, @Nullable List<String> listenerIds) {

	}

	/**
	 * The parameters of DescribeCertDetail.
	 */
	record Certificate(@Nullable String certId) {

	}

}
