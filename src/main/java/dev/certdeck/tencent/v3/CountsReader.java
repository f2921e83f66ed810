package dev.certdeck.tencent.v3;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.RemoteText;
import dev.certdeck.tencent.wire.CloudTime;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;

/**
 * Reads the result of a task that has ended well. A product or region with an error or
 * without a count is not known.
 */
class CountsReader {

	private static final CloudTime TIME = new CloudTime();

	private final Map<String, Set<String>> products = new LinkedHashMap<>();

	private final List<Counts.Count> counted = new ArrayList<>();

	private final Map<ResourceType, String> unknown = new EnumMap<>(ResourceType.class);

	private boolean isComplete = true;

	/**
	 * Reads a result.
	 * @param reply the reply that holds the result
	 * @param result the result
	 * @return the counts
	 * @throws dev.certdeck.certificate.CloudException if the result has another form
	 */
	static Counts read(Reply reply, Fields result) {
		CountsReader reader = new CountsReader();
		reply.rows(result, "BindResourceResult").forEach((product) -> reader.product(reply, product));
		return new Counts(result.text("TaskId"), reader.products, reader.counted, reader.unknown,
				TIME.read(result.text("CacheTime")), reader.isComplete && !reader.products.isEmpty());
	}

	private void product(Reply reply, Fields product) {
		String type = product.text("ResourceType");
		Set<String> vouched = this.products.computeIfAbsent(type.toLowerCase(Locale.ROOT),
				(key) -> new LinkedHashSet<>());
		List<Fields> regions = product.isAbsent("BindResourceRegionResult") ? List.of()
				: reply.rows(product, "BindResourceRegionResult");
		regions.forEach((region) -> region(type, region, vouched));
		if (regions.isEmpty()) {
			this.isComplete = false;
			notKnown(type, "the cloud names no region");
		}
	}

	private void region(String type, Fields region, Set<String> vouched) {
		String name = RemoteText.readable(region.text("Region"));
		String error = RemoteText
			.readable(region.isNested("Error") ? region.object("Error").node().toString() : region.text("Error"));
		Integer total = region.integer("TotalCount");
		if (!error.isEmpty()) {
			notKnown(type, name + " " + error);
		}
		else if (total == null || total < 0 || total > Reply.MOST) {
			this.isComplete &= !region.isAbsent("TotalCount");
			notKnown(type, name + " no count");
		}
		else {
			vouched.add(name);
		}
		if (total != null && total > 0) {
			this.counted.add(new Counts.Count(type, name, Math.min(total, Reply.MOST)));
		}
	}

	private void notKnown(String type, String cause) {
		this.unknown.merge(Counts.kind(type), cause.strip(), (one, other) -> one + "; " + other);
	}

}
