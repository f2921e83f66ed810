package dev.certdeck.tencent.v3;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Names the resources that a task has counted, by
 * {@code DescribeCertificateBindResourceTaskDetail}. A resource without a name stays
 * counted.
 */
class ResourceNames {

	private static final Log logger = LogFactory.getLog(ResourceNames.class);

	private static final int PAGE_SIZE = 100;

	private static final int MOST_PAGES = 10;

	private final V3Client client;

	ResourceNames(V3Client client) {
		this.client = client;
	}

	/**
	 * Names resources as far as the cloud does.
	 * @param counts what was counted
	 * @return the resources with names, and the rest as counts
	 */
	Bindings name(Counts counts) {
		if (counts.counted().isEmpty()) {
			return counts.found();
		}
		Map<String, Set<Binding>> named = new HashMap<>();
		try {
			readAll(counts, named);
		}
		catch (CloudException ex) {
			logger.warn("The resources that use a certificate are counted, but could not be named: " + ex.getMessage());
		}
		List<Binding> bindings = new ArrayList<>();
		for (Counts.Count count : counts.counted()) {
			Set<Binding> found = named.getOrDefault(key(count.type(), count.region()), Set.of());
			bindings.addAll(found);
			if (found.size() < count.total()) {
				bindings.add(count.rest(found.size()));
			}
		}
		return counts.found(bindings);
	}

	private void readAll(Counts counts, Map<String, Set<Binding>> named) {
		List<String> types = counts.counted().stream().map(Counts.Count::type).distinct().toList();
		long total = counts.counted().stream().mapToLong(Counts.Count::total).sum();
		int before = -1;
		for (int page = 0; page < MOST_PAGES && before < size(named) && size(named) < total; page++) {
			before = size(named);
			Reply reply = this.client.read("DescribeCertificateBindResourceTaskDetail",
					Map.of("TaskId", counts.task(), "Limit", Integer.toString(PAGE_SIZE), "Offset",
							Integer.toString(page * PAGE_SIZE), "ResourceTypes", types));
			types.forEach((type) -> read(reply, type, named));
		}
	}

	private static int size(Map<String, Set<Binding>> named) {
		return named.values().stream().mapToInt(Set::size).sum();
	}

	private static void read(Reply reply, String type, Map<String, Set<Binding>> named) {
		String field = type.toUpperCase(Locale.ROOT);
		if (reply.body().isAbsent(field)) {
			return;
		}
		for (Fields row : reply.rows(reply.body(), field)) {
			String region = row.text("Region");
			Instances.read(reply, Counts.kind(type), region, row)
				.forEach((binding) -> named.computeIfAbsent(key(type, region), (key) -> new LinkedHashSet<>())
					.add(binding));
		}
	}

	private static String key(String type, String region) {
		return type + " " + region;
	}

}
