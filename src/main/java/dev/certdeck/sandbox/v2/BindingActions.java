package dev.certdeck.sandbox.v2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.CdnHost;
import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Region;
import dev.certdeck.sandbox.gateway.JsonObject;

/**
 * The actions of the modules lb, cdn and bmlb that tell which resources use a
 * certificate: GetCertListWithLoadBalancer, DescribeCdnHosts, DescribeBmLoadBalancers and
 * DescribeBmForwardListeners.
 */
class BindingActions {

	private static final int DEFAULT_LIMIT = 20;

	private final Bindings bindings;

	BindingActions(Bindings bindings) {
		this.bindings = bindings;
	}

	Map<String, Object> loadBalancersByCertificate(V2Parameters parameters) {
		List<String> ids = parameters.array("certIds");
		if (ids.isEmpty()) {
			throw V2Exception.missing("certIds");
		}
		Map<String, Object> certSet = new LinkedHashMap<>();
		for (String id : ids) {
			List<LoadBalancer> users = this.bindings.loadBalancersUsing(id);
			if (!users.isEmpty()) {
				certSet.put(id, users.stream().map((user) -> BindingItem.loadBalancer(user, id)).toList());
			}
		}
		return V2Answer.top(Map.of("certSet", certSet.isEmpty() ? List.of() : certSet));
	}

	Map<String, Object> cdnHosts(V2Parameters parameters) {
		boolean detail = parameters.integer("detail", 0, 0, 1) == 1;
		List<CdnHost> hosts = this.bindings.cdnHosts();
		List<CdnHost> page = page(hosts, parameters, Integer.MAX_VALUE);
		return V2Answer.data(JsonObject.of("hosts",
				page.stream().map((host) -> BindingItem.cdnHost(host, detail)).toList(), "total", hosts.size()));
	}

	Map<String, Object> bareMetal(V2Parameters parameters) {
		List<LoadBalancer> loadBalancers = this.bindings.bareMetalIn(region(parameters));
		List<String> ids = parameters.array("loadBalancerIds");
		List<LoadBalancer> asked = loadBalancers.stream()
			.filter((loadBalancer) -> ids.isEmpty() || ids.contains(loadBalancer.id()))
			.toList();
		return V2Answer.top(JsonObject.of("loadBalancerSet",
				page(asked, parameters, DEFAULT_LIMIT).stream().map(BindingItem::bareMetal).toList(), "totalCount",
				asked.size()));
	}

	Map<String, Object> bareMetalListeners(V2Parameters parameters) {
		String id = parameters.required("loadBalancerId");
		LoadBalancer owner = this.bindings.bareMetalIn(region(parameters))
			.stream()
			.filter((loadBalancer) -> loadBalancer.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new V2Exception(5000, "ResourceNotFound", "(5000)负载均衡不存在"));
		List<String> ids = parameters.array("listenerIds");
		List<Listener> asked = owner.listeners()
			.stream()
			.filter((listener) -> ids.isEmpty() || ids.contains(listener.id()))
			.toList();
		return V2Answer.top(JsonObject.of("listenerSet",
				page(asked, parameters, Integer.MAX_VALUE).stream().map(BindingItem::bareMetalListener).toList(),
				"totalCount", asked.size()));
	}

	private static Region region(V2Parameters parameters) {
		Optional<Region> region = Region.named(parameters.required("Region"));
		return region.orElseThrow(() -> V2Exception.illFormed("Region"));
	}

	private static <T> List<T> page(List<T> all, V2Parameters parameters, int defaultLimit) {
		int offset = Math.min(parameters.integer("offset", 0, 0, Integer.MAX_VALUE), all.size());
		int limit = parameters.integer("limit", defaultLimit, 0, Integer.MAX_VALUE);
		return all.subList(offset, (int) Math.min((long) offset + limit, all.size()));
	}

}
