package dev.certdeck.sandbox.v3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.Deployment;
import dev.certdeck.sandbox.cloud.Service;
import org.jspecify.annotations.Nullable;

/**
 * The action DescribeDeployedResources of ssl.
 *
 * @param bindings what uses the certificates
 */
record DeployedResources(Bindings bindings) {

	private static final int MOST = 50;

	private static final String TOO_MANY = "InvalidParameter.CertificateIdNumberLimit";

	private static final Map<String, Service> TYPES = Map.of("clb", Service.CLB, "cdn", Service.CDN, "live",
			Service.LIVE, "vod", Service.VOD, "waf", Service.WAF, "antiddos", Service.DDOS, "teo", Service.TEO);

	Map<String, Object> describe(Asked asked) {
		List<String> ids = Lists.required(asked.certificateIds(), "CertificateIds", MOST, TOO_MANY);
		String type = V3Exception.required(asked.resourceType(), "ResourceType");
		Service service = TYPES.get(type);
		if (service == null) {
			throw V3Exception.invalidValue("ResourceType");
		}
		return Map.of("DeployedResources", ids.stream().map((id) -> describe(id, type, service)).toList());
	}

	private Map<String, Object> describe(String certificateId, String type, Service service) {
		List<String> resources = this.bindings.deployments(certificateId, service)
			.stream()
			.map(Deployment::id)
			.toList();
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("CertificateId", certificateId);
		result.put("Count", resources.size());
		result.put("Type", type);
		result.put("ResourceIds", null);
		result.put("Resources", resources);
		return result;
	}

	/**
	 * The parameters.
	 */
	record Asked(@Nullable List<String> certificateIds, @Nullable String resourceType) {

	}

}
