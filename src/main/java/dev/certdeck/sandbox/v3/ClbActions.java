package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Region;
import dev.certdeck.sandbox.cloud.Rule;
import dev.certdeck.sandbox.cloud.TlsCertificates;
import dev.certdeck.sandbox.gateway.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The load balancers of virtual machines, version 2018-03-17: DescribeLoadBalancers and
 * DescribeListeners, each of one region.
 *
 * @param bindings the load balancers
 */
record ClbActions(Bindings bindings) {

	private static final int DEFAULT_LIMIT = 20;

	private static final int MOST = 100;

	V3Service service() {
		return new V3Service("clb", "2018-03-17",
				Map.of("DescribeLoadBalancers", V3Action.regional(Asked.class, this::loadBalancers),
						"DescribeListeners", V3Action.regional(OfOne.class, this::listeners)));
	}

	private Map<String, Object> loadBalancers(Asked asked, Region region) {
		List<LoadBalancer> found = this.bindings.loadBalancersIn(region).stream().filter(asked::matches).toList();
		int offset = Lists.number(asked.offset(), 0, Integer.MAX_VALUE, "Offset");
		int limit = Lists.number(asked.limit(), DEFAULT_LIMIT, MOST, "Limit");
		return Map.of("LoadBalancerSet", Lists.page(found, offset, limit).stream().map(ClbActions::fields).toList(),
				"TotalCount", found.size());
	}

	private static Map<String, Object> fields(LoadBalancer loadBalancer) {
		return JsonObject.of("LoadBalancerId", loadBalancer.id(), "LoadBalancerName", loadBalancer.name(),
				"LoadBalancerType", "OPEN", "Forward", 1, "Status", 1, "CreateTime", Lists.SINCE, "VpcId",
				Lists.NETWORK, "TargetRegionInfo",
				Map.of("Region", loadBalancer.region().longName(), "VpcId", Lists.NETWORK));
	}

	private Map<String, Object> listeners(OfOne asked, Region region) {
		String id = V3Exception.required(asked.loadBalancerId(), "LoadBalancerId");
		LoadBalancer owner = Lists.find(this.bindings.loadBalancersIn(region), id, "InvalidParameter.LBIdNotFound");
		List<Listener> found = owner.listeners().stream().filter(asked::matches).toList();
		return Map.of("Listeners", found.stream().map(ClbActions::fields).toList(), "TotalCount", found.size());
	}

	private static Map<String, Object> fields(Listener listener) {
		return JsonObject.of("ListenerId", listener.id(), "ListenerName", listener.name(), "Protocol",
				protocol(listener), "Port", listener.port(), "Certificate", fields(listener.certificates()),
				"SniSwitch", listener.rules().isEmpty() ? 0 : 1, "Rules",
				listener.rules().stream().map((rule) -> fields(listener, rule)).toList(), "CreateTime", Lists.SINCE);
	}

	private static String protocol(Listener listener) {
		return listener.secured() ? "HTTPS" : "HTTP";
	}

	private static Map<String, Object> fields(Listener listener, Rule rule) {
		return JsonObject.of("ListenerId", listener.id(), "LocationId", rule.id(), "Domain", rule.domain(), "Domains",
				List.of(rule.domain()), "Url", "/", "Certificate", fields(rule.certificates()));
	}

	private static @Nullable Map<String, Object> fields(TlsCertificates certificates) {
		if (certificates.isEmpty()) {
			return null;
		}
		boolean mutual = certificates.clientAuthorityId() != null;
		return JsonObject.of("SSLMode", mutual ? "MUTUAL" : "UNIDIRECTIONAL", "SSLVerifyClient", mutual ? "ON" : "OFF",
				"CertId", certificates.certificateId(), "CertCaId", certificates.clientAuthorityId(), "ExtCertIds",
				certificates.furtherIds());
	}

	/**
	 * The parameters of DescribeLoadBalancers. There are no classic load balancers
	 * ({@code Forward} 0). All other filters but the IDs are ignored.
	 */
	@JsonIgnoreProperties({ "LoadBalancerType", "LoadBalancerName", "Domain", "LoadBalancerVips", "BackendPublicIps",
			"BackendPrivateIps", "OrderBy", "OrderType", "SearchKey", "ProjectId", "WithRs", "VpcId", "SecurityGroup",
			"MasterZone", "Filters", "AdditionalFields" })
	record Asked(@Nullable List<String> loadBalancerIds, @Nullable Integer forward, @Nullable Integer offset,
			@Nullable Integer limit) {

		boolean matches(LoadBalancer loadBalancer) {
			return Lists.asked(this.loadBalancerIds, loadBalancer.id()) && (this.forward == null || this.forward != 0);
		}

	}

	/**
	 * The parameters of DescribeListeners.
	 */
	record OfOne(@Nullable String loadBalancerId, @Nullable List<String> listenerIds, @Nullable String protocol,
			@Nullable Integer port) {

		boolean matches(Listener listener) {
			return Lists.asked(this.listenerIds, listener.id())
					&& (this.protocol == null || this.protocol.equals(ClbActions.protocol(listener)))
					&& (this.port == null || this.port == listener.port());
		}

	}

}
