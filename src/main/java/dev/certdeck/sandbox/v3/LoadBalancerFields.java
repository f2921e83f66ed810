package dev.certdeck.sandbox.v3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Rule;
import dev.certdeck.sandbox.cloud.TlsCertificates;
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
		fields.put("Certificate", certificates(listener.certificates()));
		fields.put("SniSwitch", listener.rules().isEmpty() ? 0 : 1);
		fields.put("Rules", listener.rules().stream().map((rule) -> rule(listener, rule)).toList());
		fields.put("CreateTime", SINCE);
		fields.put("EndPort", 0);
		return fields;
	}

	static String protocol(Listener listener) {
		return listener.secured() ? "HTTPS" : "HTTP";
	}

	private static Map<String, Object> rule(Listener listener, Rule rule) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("ListenerId", listener.id());
		fields.put("LocationId", rule.id());
		fields.put("Domain", rule.domain());
		fields.put("Domains", List.of(rule.domain()));
		fields.put("Url", "/");
		fields.put("Certificate", certificates(rule.certificates()));
		fields.put("Scheduler", "WRR");
		fields.put("CreateTime", SINCE);
		return fields;
	}

	private static @Nullable Map<String, Object> certificates(TlsCertificates certificates) {
		if (certificates.isEmpty()) {
			return null;
		}
		boolean mutual = certificates.clientAuthorityId() != null;
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("SSLMode", mutual ? "MUTUAL" : "UNIDIRECTIONAL");
		fields.put("SSLVerifyClient", mutual ? "ON" : "OFF");
		fields.put("CertId", certificates.certificateId());
		fields.put("CertCaId", certificates.clientAuthorityId());
		fields.put("ExtCertIds", certificates.furtherIds());
		return fields;
	}

}
