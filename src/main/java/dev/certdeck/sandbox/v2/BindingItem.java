package dev.certdeck.sandbox.v2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.sandbox.cloud.CdnHost;
import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
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
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("LBName", loadBalancer.name());
		item.put("loadBalancerId", loadBalancer.id());
		item.put("region", loadBalancer.region().code());
		item.put("listener",
				loadBalancer.listeners()
					.stream()
					.filter((listener) -> listener.uses(certificateId))
					.map(BindingItem::listener)
					.toList());
		return item;
	}

	private static Map<String, Object> listener(Listener listener) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("unListenerId", listener.id());
		item.put("listenerName", listener.name());
		item.put("loadBalancerPort", listener.port());
		item.put("instancePort", 8080);
		item.put("protocol", HTTPS);
		item.put("SSLMode", (listener.clientAuthorityId() != null) ? "mutual" : "unidirectional");
		item.put("certId", orEmpty(listener.certificateId()));
		item.put("certCaId", orEmpty(listener.clientAuthorityId()));
		item.put("sessionExpire", 0);
		item.put("healthSwitch", 1);
		item.put("timeOut", 6);
		item.put("intervalTime", 6);
		item.put("healthNum", 3);
		item.put("unhealthNum", 3);
		item.put("httpHash", "ip_hash");
		item.put("httpCode", 15);
		return item;
	}

	static Map<String, Object> cdnHost(CdnHost host, boolean detail) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("id", host.id());
		item.put("host_id", host.id());
		item.put("host", host.host());
		item.put("cname", host.host() + ".cdn.dnsv1.com");
		item.put("status", host.status());
		item.put("disabled", "no");
		item.put("deleted", "no");
		item.put("project_id", 0);
		if (detail) {
			boolean secured = host.certificateId() != null;
			item.put("ssl_type", secured ? 2 : 0);
			item.put("ssl_cert_id", orEmpty(host.certificateId()));
			item.put("ssl_cert_name", "");
			item.put("ssl_deploy_time", secured ? SINCE : null);
			item.put("ssl_expire_time", null);
		}
		return item;
	}

	static Map<String, Object> bareMetal(LoadBalancer loadBalancer) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("loadBalancerId", loadBalancer.id());
		item.put("loadBalancerName", loadBalancer.name());
		item.put("loadBalancerType", 2);
		item.put("domain", loadBalancer.id().substring(3) + "." + loadBalancer.region().code() + ".hslb.example");
		item.put("loadBalancerVips", List.of("203.0.113.10"));
		item.put("status", 1);
		item.put("createTime", SINCE);
		item.put("statusTime", SINCE);
		item.put("vpcId", "vpc-sandbox1");
		item.put("subnetId", "0");
		item.put("projectId", 0);
		item.put("latestPayMode", "flow");
		item.put("payMode", "flow");
		item.put("bandwidth", 0);
		return item;
	}

	static Map<String, Object> bareMetalListener(Listener listener) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("listenerId", listener.id());
		item.put("listenerName", listener.name());
		item.put("protocol", (listener.certificateId() != null) ? "https" : "http");
		item.put("loadBalancerPort", listener.port());
		item.put("bandwidth", 0);
		item.put("listenerType", "L7Listener");
		item.put("SSLMode", sslMode(listener));
		item.put("certId", orEmpty(listener.certificateId()));
		item.put("certCaId", orEmpty(listener.clientAuthorityId()));
		item.put("status", 1);
		item.put("addTimestamp", SINCE);
		return item;
	}

	private static int sslMode(Listener listener) {
		if (listener.certificateId() == null) {
			return 0;
		}
		return (listener.clientAuthorityId() != null) ? 2 : 1;
	}

	private static String orEmpty(@Nullable String id) {
		return Optional.ofNullable(id).orElse("");
	}

}
