package dev.certdeck.sandbox.v3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import org.jspecify.annotations.Nullable;

/**
 * Load balancers of virtual machines in the answers of clb.
 */
final class LoadBalancerFields {

	private static final String SINCE = "2026-01-05 10:30:00";

	private static final String NETWORK = "vpc-sandbox1";

	private LoadBalancerFields() {
	}

	static Map<String, Object> loadBalancer(LoadBalancer loadBalancer) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("LoadBalancerId", loadBalancer.id());
		fields.put("LoadBalancerName", loadBalancer.name());
		fields.put("LoadBalancerType", "OPEN");
		fields.put("Forward", 1);
		fields.put("Domain", "");
		fields.put("LoadBalancerVips", List.of("203.0.113.20"));
		fields.put("Status", 1);
		fields.put("CreateTime", SINCE);
		fields.put("StatusTime", SINCE);
		fields.put("ProjectId", 0);
		fields.put("VpcId", NETWORK);
		fields.put("AddressIPVersion", "ipv4");
		fields.put("TargetRegionInfo", Map.of("Region", loadBalancer.region().longName(), "VpcId", NETWORK));
		fields.put("SecureGroups", List.of());
		fields.put("Tags", List.of());
		fields.put("VipIsp", "BGP");
		fields.put("MasterZone", null);
		fields.put("BackupZoneSet", null);
		fields.put("ExpireTime", null);
		return fields;
	}

	static Map<String, Object> listener(Listener listener) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("ListenerId", listener.id());
		fields.put("ListenerName", listener.name());
		fields.put("Protocol", protocol(listener));
		fields.put("Port", listener.port());
		fields.put("Certificate", certificate(listener));
		fields.put("SniSwitch", 0);
		fields.put("Rules", List.of());
		fields.put("CreateTime", SINCE);
		fields.put("EndPort", 0);
		return fields;
	}

	static String protocol(Listener listener) {
		return secured(listener) ? "HTTPS" : "HTTP";
	}

	private static boolean secured(Listener listener) {
		return listener.certificateId() != null || listener.clientAuthorityId() != null;
	}

	private static @Nullable Map<String, Object> certificate(Listener listener) {
		if (!secured(listener)) {
			return null;
		}
		boolean mutual = listener.clientAuthorityId() != null;
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("SSLMode", mutual ? "MUTUAL" : "UNIDIRECTIONAL");
		fields.put("SSLVerifyClient", mutual ? "ON" : "OFF");
		fields.put("CertId", listener.certificateId());
		fields.put("CertCaId", listener.clientAuthorityId());
		fields.put("ExtCertIds", List.of());
		return fields;
	}

}
