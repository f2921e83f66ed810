package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Region;
import dev.certdeck.sandbox.gateway.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The load balancers of bare metal machines, version 2018-06-25: DescribeLoadBalancers
 * and DescribeL7Listeners, each of one region.
 *
 * @param bindings the load balancers
 */
record BmlbActions(Bindings bindings) {

	private static final int DEFAULT_LIMIT = 20;

	private static final int MOST = 100;

	V3Service service() {
		return new V3Service("bmlb", "2018-06-25",
				Map.of("DescribeLoadBalancers", V3Action.regional(Asked.class, this::loadBalancers),
						"DescribeL7Listeners", V3Action.regional(One.class, this::listeners)));
	}

	private Map<String, Object> loadBalancers(Asked asked, Region region) {
		List<LoadBalancer> found = this.bindings.bareMetalIn(region)
			.stream()
			.filter((loadBalancer) -> Lists.asked(asked.loadBalancerIds(), loadBalancer.id()))
			.toList();
		int offset = Lists.number(asked.offset(), 0, Integer.MAX_VALUE, "Offset");
		int limit = Lists.number(asked.limit(), DEFAULT_LIMIT, MOST, "Limit");
		return Map.of("LoadBalancerSet", Lists.page(found, offset, limit).stream().map(BmlbActions::fields).toList(),
				"TotalCount", found.size());
	}

	private static Map<String, Object> fields(LoadBalancer loadBalancer) {
		return JsonObject.of("LoadBalancerId", loadBalancer.id(), "LoadBalancerName", loadBalancer.name(),
				"LoadBalancerType", "open", "TgwSetType", "fullnat", "VpcId", Lists.NETWORK, "Status", 1, "CreateTime",
				Lists.SINCE);
	}

	private Map<String, Object> listeners(One one, Region region) {
		String id = V3Exception.required(one.loadBalancerId(), "LoadBalancerId");
		LoadBalancer owner = Lists.find(this.bindings.bareMetalIn(region), id, "ResourceNotFound");
		return Map.of("ListenerSet",
				owner.listeners()
					.stream()
					.filter((listener) -> Lists.asked(one.listenerIds(), listener.id()))
					.map(BmlbActions::fields)
					.toList());
	}

	private static Map<String, Object> fields(Listener listener) {
		return JsonObject.of("ListenerId", listener.id(), "ListenerName", listener.name(), "Protocol",
				listener.secured() ? "https" : "http", "LoadBalancerPort", listener.port(), "ListenerType",
				"L7Listener", "SslMode", listener.sslMode(), "CertId",
				Objects.requireNonNullElse(listener.certificateId(), ""), "CertCaId",
				Objects.requireNonNullElse(listener.clientAuthorityId(), ""), "Status", 1, "AddTimestamp", Lists.SINCE);
	}

	/**
	 * The parameters of DescribeLoadBalancers. All filters but the IDs are ignored.
	 */
	@JsonIgnoreProperties({ "LoadBalancerType", "LoadBalancerName", "Domain", "LoadBalancerVips", "SearchKey",
			"OrderBy", "OrderType", "ProjectId", "Exclusive", "TgwSetType", "VpcId", "QueryType", "ConfId" })
	record Asked(@Nullable List<String> loadBalancerIds, @Nullable Integer offset, @Nullable Integer limit) {

	}

	/**
	 * The parameters of DescribeL7Listeners.
	 */
	record One(@Nullable String loadBalancerId, @Nullable List<String> listenerIds) {

	}

}
