package dev.certdeck.sandbox.v2;

import java.util.Map;
import java.util.Objects;

import dev.certdeck.sandbox.cloud.CdnHost;
import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.gateway.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Load balancers, listeners and hosts in the answers of API 2.0.
 */
final class BindingItem {

	private static final int HTTPS = 4;

	private static final String SINCE = "2026-01-05 10:30:00";

	private BindingItem() {
	}

	static Map<String, Object> loadBalancer(LoadBalancer loadBalancer, String certificateId) {
		return JsonObject.of("LBName", loadBalancer.name(), "loadBalancerId", loadBalancer.id(), "region",
				loadBalancer.region().code(), "listener",
				loadBalancer.listeners()
					.stream()
					.filter((listener) -> listener.uses(certificateId))
					.map(BindingItem::listener)
					.toList());
	}

	private static Map<String, Object> listener(Listener listener) {
		return JsonObject.of("unListenerId", listener.id(), "listenerName", listener.name(), "loadBalancerPort",
				listener.port(), "protocol", HTTPS, "SSLMode",
				(listener.clientAuthorityId() != null) ? "mutual" : "unidirectional", "certId",
				orEmpty(listener.certificateId()), "certCaId", orEmpty(listener.clientAuthorityId()));
	}

	static Map<String, Object> cdnHost(CdnHost host, boolean detail) {
		Map<String, Object> item = JsonObject.of("id", host.id(), "host_id", host.id(), "host", host.host(), "cname",
				host.host() + ".cdn.dnsv1.com", "status", host.status(), "disabled", "no", "deleted", "no",
				"project_id", 0);
		if (detail) {
			boolean secured = host.certificateId() != null;
			item.putAll(JsonObject.of("ssl_type", secured ? 2 : 0, "ssl_cert_id", orEmpty(host.certificateId()),
					"ssl_cert_name", "", "ssl_deploy_time", secured ? SINCE : null, "ssl_expire_time", null));
		}
		return item;
	}

	static Map<String, Object> bareMetal(LoadBalancer loadBalancer) {
		return JsonObject.of("loadBalancerId", loadBalancer.id(), "loadBalancerName", loadBalancer.name(),
				"loadBalancerType", 2, "status", 1, "createTime", SINCE, "vpcId", "vpc-sandbox1", "subnetId", "0",
				"projectId", 0, "payMode", "flow");
	}

	static Map<String, Object> bareMetalListener(Listener listener) {
		return JsonObject.of("listenerId", listener.id(), "listenerName", listener.name(), "protocol",
				listener.secured() ? "https" : "http", "loadBalancerPort", listener.port(), "listenerType",
				"L7Listener", "SSLMode", listener.sslMode(), "certId", orEmpty(listener.certificateId()), "certCaId",
				orEmpty(listener.clientAuthorityId()), "status", 1, "addTimestamp", SINCE);
	}

	private static String orEmpty(@Nullable String id) {
		return Objects.requireNonNullElse(id, "");
	}

}
