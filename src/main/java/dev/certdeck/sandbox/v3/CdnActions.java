package dev.certdeck.sandbox.v3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.CdnHost;
import org.jspecify.annotations.Nullable;

/**
 * The content delivery network, version 2018-06-06: DescribeDomainsConfig.
 *
 * @param bindings the hosts
 */
record CdnActions(Bindings bindings) {

	private static final int MOST = 100;

	private static final int LAUNCHED = 5;

	private static final String SINCE = "2026-01-05 10:30:00";

	V3Service service() {
		return new V3Service("cdn", "2018-06-06",
				Map.of("DescribeDomainsConfig", V3Action.of(Asked.class, this::domains)));
	}

	private Map<String, Object> domains(Asked asked) {
		int offset = Lists.number(asked.offset(), 0, Integer.MAX_VALUE, "Offset");
		int limit = Lists.number(asked.limit(), MOST, MOST, "Limit");
		List<Filter> filters = (asked.filters() != null) ? asked.filters() : List.of();
		List<CdnHost> found = this.bindings.cdnHosts()
			.stream()
			.filter((host) -> filters.stream().allMatch((filter) -> filter.takes(host)))
			.toList();
		return Map.of("Domains", Lists.page(found, offset, limit).stream().map(CdnActions::domain).toList(),
				"TotalNumber", found.size());
	}

	private static Map<String, Object> domain(CdnHost host) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("ResourceId", "cdn-" + host.id());
		fields.put("Domain", host.host());
		fields.put("Cname", host.host() + ".cdn.dnsv1.com");
		fields.put("Status", status(host));
		fields.put("ProjectId", 0);
		fields.put("ServiceType", "web");
		fields.put("CreateTime", SINCE);
		fields.put("UpdateTime", SINCE);
		fields.put("Disable", "normal");
		fields.put("Readonly", "normal");
		fields.put("Area", "mainland");
		fields.put("Https", https(host.certificateId()));
		return fields;
	}

	private static String status(CdnHost host) {
		return (host.status() == LAUNCHED) ? "online" : "offline";
	}

	private static String secured(CdnHost host) {
		return (host.certificateId() != null) ? "on" : "off";
	}

	private static Map<String, Object> https(@Nullable String certificateId) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("Switch", (certificateId != null) ? "on" : "off");
		fields.put("Http2", "off");
		fields.put("OcspStapling", "off");
		fields.put("VerifyClient", "off");
		fields.put("CertInfo", (certificateId != null) ? certificate(certificateId) : null);
		fields.put("ClientCertInfo", null);
		fields.put("SslStatus", (certificateId != null) ? "deployed" : "closed");
		return fields;
	}

	private static Map<String, Object> certificate(String certificateId) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("CertId", certificateId);
		fields.put("CertName", "");
		fields.put("ExpireTime", null);
		fields.put("DeployTime", SINCE);
		fields.put("Message", "");
		return fields;
	}

	/**
	 * The parameters. The hosts are never sorted.
	 */
	record Asked(@Nullable Integer offset, @Nullable Integer limit, @Nullable List<Filter> filters,
			@Nullable Sort sort) {

	}

	/**
	 * An order.
	 */
	record Sort(@Nullable String key, @Nullable String sequence) {

	}

	/**
	 * A filter by {@code domain}, {@code https} or {@code status}.
	 */
	record Filter(@Nullable String name, @Nullable List<String> value, @Nullable Boolean fuzzy) {

		boolean takes(CdnHost host) {
			String actual = switch (V3Exception.required(this.name, "Filters.Name")) {
				case "domain" -> host.host();
				case "https" -> secured(host);
				case "status" -> status(host);
				default -> throw V3Exception.invalidValue("Filters.Name");
			};
			return Lists.required(this.value, "Filters.Value", 5, "InvalidParameterValue")
				.stream()
				.anyMatch((value) -> Boolean.TRUE.equals(this.fuzzy) ? actual.contains(value) : actual.equals(value));
		}

	}

}
