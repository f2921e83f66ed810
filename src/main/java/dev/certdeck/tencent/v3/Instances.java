package dev.certdeck.tencent.v3;

import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;

/**
 * Reads the instances of a product, which each names in its own way ({@code ssl}
 * 2019-12-05, "DescribeCertificateBindResourceTaskDetail").
 */
final class Instances {

	private static final List<String> IDS = List.of("LoadBalancerId", "InstanceId", "ClusterId", "GatewayId",
			"ServiceId", "Host", "Domain", "ID");

	private static final List<String> NAMES = List.of("LoadBalancerName", "InstanceName", "ClusterName", "GatewayName",
			"ServiceName", "Bucket", "Domain", "Name", "ZoneId");

	private Instances() {
	}

	/**
	 * Reads the instances of a row.
	 * @param reply the reply that holds the row
	 * @param kind the product
	 * @param region the region of the row, empty where the product has none
	 * @param row the row
	 * @return the instances that have an id
	 */
	static List<Binding> read(Reply reply, ResourceType kind, String region, Fields row) {
		return instances(reply, row).map((instance) -> binding(reply, kind, region, instance))
			.filter(Binding::isNamed)
			.toList();
	}

	private static Stream<Fields> instances(Reply reply, Fields row) {
		if (hasEnvironments(row)) {
			return reply.rows(row, "Environments")
				.stream()
				.filter(Instances::isUsed)
				.map((used) -> used.object("Environment"));
		}
		return row.isAbsent("InstanceList") ? Stream.empty() : reply.rows(row, "InstanceList").stream();
	}

	private static boolean hasEnvironments(Fields row) {
		return !row.isAbsent("Environments");
	}

	private static boolean isUsed(Fields environment) {
		return Stream.of("AccessService", "HostService")
			.map((service) -> environment.object(service).integer("TotalCount"))
			.anyMatch((total) -> total != null && total > 0);
	}

	private static Binding binding(Reply reply, ResourceType kind, String region, Fields instance) {
		return new Binding(kind, first(instance, IDS), first(instance, NAMES), region, listeners(reply, instance));
	}

	private static List<Listener> listeners(Reply reply, Fields instance) {
		String field = instance.isAbsent("Listeners") ? "ListenerList" : "Listeners";
		return instance.isAbsent(field) ? List.of()
				: reply.rows(instance, field)
					.stream()
					.map((row) -> new Listener(row.text("ListenerId"), row.text("ListenerName"), 0))
					.toList();
	}

	private static String first(Fields fields, List<String> names) {
		return names.stream().map(fields::text).filter((text) -> !text.isBlank()).findFirst().orElse("");
	}

}
