package dev.certdeck.sandbox.v3;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.Deployment;
import dev.certdeck.sandbox.cloud.Region;
import dev.certdeck.sandbox.cloud.Service;
import dev.certdeck.sandbox.gateway.JsonObject;
import dev.certdeck.sandbox.task.TaskKnobs;
import org.jspecify.annotations.Nullable;

/**
 * Results of searches: for each product and region the resources that use a certificate,
 * or an error. An unused product has one empty region.
 */
class Findings {

	private static final String ERROR = "查询超时";

	private final Bindings bindings;

	private final TaskKnobs knobs;

	private final Instances instances;

	Findings(Bindings bindings, TaskKnobs knobs) {
		this.bindings = bindings;
		this.knobs = knobs;
		this.instances = new Instances(bindings);
	}

	/**
	 * Returns the numbers of resources.
	 * @param certificateId the certificate
	 * @param numbers whether to tell the numbers, instead of {@code null}
	 * @return the numbers by product and region, {@code null} if the result is set to
	 * that
	 */
	@Nullable List<Map<String, Object>> counts(String certificateId, boolean numbers) {
		if (this.knobs.odd().spoils(certificateId)) {
			return null;
		}
		return Arrays.stream(Service.values())
			.filter((service) -> !this.knobs.odd().omits(service, certificateId))
			.map((service) -> counts(certificateId, service, numbers))
			.toList();
	}

	private Map<String, Object> counts(String certificateId, Service service, boolean numbers) {
		return Map.of("ResourceType", service.type(), "BindResourceRegionResult",
				regions(certificateId, service).stream()
					.map((region) -> count(certificateId, service, region, numbers))
					.toList());
	}

	private Map<String, Object> count(String certificateId, Service service, String region, boolean number) {
		return JsonObject.of("Region", region, "TotalCount", number ? in(certificateId, service, region).size() : null,
				"Error", error(service, region));
	}

	/**
	 * Returns the resources of a product.
	 * @param certificateId the certificate
	 * @param service the product
	 * @param page the requested part
	 * @return the resources by region
	 */
	List<Map<String, Object>> instances(String certificateId, Service service, DetailPage page) {
		return regions(certificateId, service).stream()
			.filter(page::shows)
			.map((region) -> instances(in(certificateId, service, region), service, region, page))
			.toList();
	}

	private Map<String, Object> instances(List<Deployment> all, Service service, String region, DetailPage page) {
		List<Deployment> shown = Lists.page(all, page.offset(), page.limit());
		Map<String, Object> result = service.regional() ? JsonObject.of("Region", region) : JsonObject.of();
		if (service == Service.TCB) {
			result.put("Environments", this.instances.environments(shown));
		}
		else {
			result.put("InstanceList", shown.stream().map(this.instances::describe).toList());
			result.put("TotalCount", all.size());
		}
		result.put("Error", error(service, region));
		return result;
	}

	private Set<String> regions(String certificateId, Service service) {
		Set<String> regions = new TreeSet<>(this.knobs.failingRegions(service));
		this.bindings.deployments(certificateId, service).stream().map(Deployment::regionName).forEach(regions::add);
		if (regions.isEmpty()) {
			regions.add(service.regional() ? Region.ALL.get(0).longName() : "");
		}
		return regions;
	}

	private List<Deployment> in(String certificateId, Service service, String region) {
		if (this.knobs.fails(service, region)) {
			return List.of();
		}
		return this.bindings.deployments(certificateId, service)
			.stream()
			.filter((deployment) -> deployment.regionName().equals(region))
			.toList();
	}

	private String error(Service service, String region) {
		return this.knobs.fails(service, region) ? ERROR : "";
	}

}
