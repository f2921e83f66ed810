package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.Deployment;
import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Rule;
import dev.certdeck.sandbox.cloud.TlsCertificates;
import dev.certdeck.sandbox.gateway.JsonObject;

/**
 * Describes resources in the fields of their products.
 *
 * @param bindings knows the listeners of load balancers
 */
record Instances(Bindings bindings) {

	private static final String NAME = "sandbox";

	Map<String, Object> describe(Deployment used) {
		return switch (used.service()) {
			case CLB -> loadBalancer(used);
			case CDN -> domain(used, Map.of("Status", "online", "HttpsBillingSwitch", "on"));
			case WAF -> domain(used, Map.of("Keepalive", 1));
			case DDOS -> domain(used, Map.of("InstanceId", used.id(), "Protocol", "https", "VirtualPort", "443"));
			case LIVE -> domain(used, Map.of("Status", 1));
			case VOD -> domain(used, Map.of());
			case TKE -> cluster(used);
			case APIGATEWAY ->
				domain(used, Map.of("ServiceId", used.id(), "ServiceName", NAME, "Protocol", "http&https"));
			case TEO -> Map.of("Host", used.host(), "CertId", used.certificateId(), "ZoneId", used.id(), "Status",
					"deployed", "Algorithm", "ECC 256");
			case TSE -> gateway(used);
			case COS -> domain(used,
					Map.of("Status", "ENABLED", "Bucket", used.id() + "-1250000000", "Region", used.regionName()));
			case TDMQ -> Map.of("InstanceId", used.id(), "InstanceName", NAME, "InstanceStatus", "HEALTHY", "CertId",
					used.certificateId(), "CaCertId", "", "NoMatchDomains", List.of());
			case MQTT ->
				Map.of("InstanceId", used.id(), "InstanceName", NAME, "InstanceStatus", "RUNNING", "ServerCertIdList",
						List.of(used.certificateId()), "CaCertIdList", List.of(), "NoMatchDomains", List.of());
			case GAAP -> accelerator(used);
			case SCF -> Map.of("CertificateId", used.certificateId(), "Domain", used.host(), "Protocol", "HTTP&HTTPS",
					"Region", used.regionName());
			case TCB -> throw new IllegalArgumentException("It has environments instead");
		};
	}

	private static Map<String, Object> domain(Deployment used, Map<String, Object> more) {
		Map<String, Object> fields = JsonObject.of("Domain", used.host(), "CertId", used.certificateId());
		fields.putAll(more);
		return fields;
	}

	private Map<String, Object> loadBalancer(Deployment used) {
		LoadBalancer loadBalancer = this.bindings.loadBalancersUsing(used.certificateId())
			.stream()
			.filter((user) -> user.id().equals(used.id()))
			.findFirst()
			.orElseThrow();
		List<Map<String, Object>> listeners = loadBalancer.listeners()
			.stream()
			.filter((listener) -> listener.uses(used.certificateId()))
			.map(Instances::listener)
			.toList();
		return Map.of("LoadBalancerId", used.id(), "LoadBalancerName", used.host(), "Forward", 1, "Listeners",
				listeners);
	}

	private static Map<String, Object> listener(Listener listener) {
		return Map.of("ListenerId", listener.id(), "ListenerName", listener.name(), "SniSwitch",
				listener.rules().isEmpty() ? 0 : 1, "Protocol", "HTTPS", "Certificate",
				certificates(listener.certificates()), "Rules", listener.rules().stream().map(Instances::rule).toList(),
				"NoMatchDomains", List.of());
	}

	private static Map<String, Object> rule(Rule rule) {
		return Map.of("LocationId", rule.id(), "Domain", rule.domain(), "IsMatch", true, "Url", "/", "Certificate",
				certificates(rule.certificates()), "NoMatchDomains", List.of());
	}

	private static Map<String, Object> certificates(TlsCertificates certificates) {
		return JsonObject.of("CertId", certificates.certificateId(), "DnsNames", List.of(), "CertCaId",
				certificates.clientAuthorityId(), "SSLMode",
				(certificates.clientAuthorityId() != null) ? "MUTUAL" : "UNIDIRECTIONAL");
	}

	private static Map<String, Object> cluster(Deployment used) {
		Map<String, Object> ingress = Map.of("IngressName", "web", "TlsDomains", List.of(used.host()), "Domains",
				List.of(used.host()));
		Map<String, Object> secret = Map.of("Name", "tls", "CertId", used.certificateId(), "IngressList",
				List.of(ingress), "NoMatchDomains", List.of());
		return Map.of("ClusterId", used.id(), "ClusterName", NAME, "ClusterType", "MANAGED_CLUSTER", "ClusterVersion",
				"1.30.0", "NamespaceList", List.of(Map.of("Name", "default", "SecretList", List.of(secret))));
	}

	private static Map<String, Object> gateway(Deployment used) {
		Map<String, Object> certificate = Map.of("Id", "cert-" + used.id(), "Name", NAME, "BindDomains",
				List.of(used.host()), "CertSource", "ssl", "CertId", used.certificateId());
		return Map.of("GatewayId", used.id(), "GatewayName", NAME, "CertificateList", List.of(certificate));
	}

	private static Map<String, Object> accelerator(Deployment used) {
		Map<String, Object> listener = Map.of("ListenerId", "lsr-" + used.id(), "ListenerName", NAME, "ListenerStatus",
				"ACTIVE", "Protocol", "HTTPS", "CertIdList", List.of(used.certificateId()), "NoMatchDomains",
				List.of());
		return Map.of("InstanceId", used.id(), "InstanceName", NAME, "ListenerList", List.of(listener));
	}

	/**
	 * Describes environments of CloudBase, which have lists of their own.
	 * @param used the hosts that use the certificate
	 * @return one environment for each
	 */
	List<Map<String, Object>> environments(List<Deployment> used) {
		return used.stream().map(Instances::environment).toList();
	}

	private static Map<String, Object> environment(Deployment used) {
		Map<String, Object> host = Map.of("Domain", used.host(), "Status", 1, "UnionStatus", 1, "IsPreempted", false,
				"ICPStatus", 0, "OldCertificateId", used.certificateId());
		return Map.of("Environment", Map.of("ID", used.id(), "Name", NAME, "Source", "qcloud", "Status", "NORMAL"),
				"AccessService", Map.of("InstanceList", List.of(host), "TotalCount", 1), "HostService",
				Map.of("InstanceList", List.of(), "TotalCount", 0));
	}

}
