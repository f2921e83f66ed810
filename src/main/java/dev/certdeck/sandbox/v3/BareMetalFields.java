package dev.certdeck.sandbox.v3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.certdeck.sandbox.cloud.BeijingTime;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Material;
import dev.certdeck.sandbox.cloud.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Load balancers of bare metal machines in the answers of bmlb.
 */
final class BareMetalFields {

	private static final String SINCE = "2026-01-05 10:30:00";

	private static final String NETWORK = "vpc-sandbox1";

	private BareMetalFields() {
	}

	static Map<String, Object> loadBalancer(LoadBalancer loadBalancer) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("LoadBalancerId", loadBalancer.id());
		fields.put("ProjectId", 0);
		fields.put("LoadBalancerName", loadBalancer.name());
		fields.put("LoadBalancerType", "open");
		fields.put("Exclusive", 0);
		fields.put("TgwSetType", "fullnat");
		fields.put("Domain", loadBalancer.id().substring(3) + "." + loadBalancer.region().code() + ".hslb.example");
		fields.put("VpcId", NETWORK);
		fields.put("SubnetId", "");
		fields.put("Status", 1);
		fields.put("PayMode", "flow");
		fields.put("CreateTime", SINCE);
		fields.put("StatusTime", SINCE);
		fields.put("LoadBalancerVips", List.of("203.0.113.10"));
		fields.put("SupportListenerTypes", List.of("L4Listener", "L7Listener"));
		fields.put("Bandwidth", 0);
		return fields;
	}

	static Map<String, Object> listener(Listener listener) {
		boolean secured = listener.certificateId() != null;
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("ListenerId", listener.id());
		fields.put("ListenerName", listener.name());
		fields.put("Protocol", secured ? "https" : "http");
		fields.put("LoadBalancerPort", listener.port());
		fields.put("Bandwidth", 0);
		fields.put("ListenerType", "L7Listener");
		fields.put("SslMode", secured ? sslMode(listener) : 0);
		fields.put("CertId", Objects.requireNonNullElse(listener.certificateId(), ""));
		fields.put("CertCaId", Objects.requireNonNullElse(listener.clientAuthorityId(), ""));
		fields.put("Status", 1);
		fields.put("AddTimestamp", SINCE);
		fields.put("ForwardProtocol", 0);
		return fields;
	}

	private static int sslMode(Listener listener) {
		return (listener.clientAuthorityId() != null) ? 2 : 1;
	}

	static Map<String, Object> certificate(HeldCertificate held, @Nullable Material material,
			List<LoadBalancer> users) {
		Validity validity = held.validity();
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("CertId", held.id());
		fields.put("CertName", held.alias());
		fields.put("CertType", held.type().name());
		fields.put("CertContent", (material != null) ? material.chain() : "");
		fields.put("CertDomain", held.domain());
		fields.put("CertSubjectDomain", held.names());
		fields.put("CertUploadTime", BeijingTime.format(held.appliedAt()));
		fields.put("CertBeginTime", (validity != null) ? BeijingTime.format(validity.begin()) : BeijingTime.ZERO);
		fields.put("CertEndTime", (validity != null) ? BeijingTime.format(validity.end()) : BeijingTime.ZERO);
		fields.put("CertLoadBalancerSet", users.stream().map(BareMetalFields::user).toList());
		return fields;
	}

	private static Map<String, Object> user(LoadBalancer user) {
		return Map.of("LoadBalancerId", user.id(), "LoadBalancerName", user.name(), "VpcId", NETWORK, "RegionId",
				user.region().number());
	}

}
