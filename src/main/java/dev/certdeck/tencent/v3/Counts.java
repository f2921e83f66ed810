package dev.certdeck.tencent.v3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource.Found;
import dev.certdeck.tencent.wire.CloudTime;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;
import org.jspecify.annotations.Nullable;

/**
 * How many resources use a certificate, as a task of the cloud has counted them.
 *
 * @param task the task
 * @param counted the resources by product and region
 * @param unknown the kinds that could not be asked, with the cause
 * @param asOf when the cloud counted, absent if it does not tell
 */
record Counts(String task, List<Count> counted, Map<BindingKind, String> unknown, @Nullable Instant asOf) {

	/**
	 * The kinds that the cloud counts: all but bare metal.
	 */
	static final Set<BindingKind> KINDS = EnumSet.complementOf(EnumSet.of(BindingKind.BM));

	private static final CloudTime TIME = new CloudTime();

	/**
	 * Reads the result of a task that has ended well. A region or product with an error
	 * or without a count is not known.
	 * @param reply the reply that holds the result
	 * @param result the result
	 * @return the counts
	 * @throws dev.certdeck.certificate.CloudException if the result has another form
	 */
	static Counts read(Reply reply, Fields result) {
		List<Count> counted = new ArrayList<>();
		Map<BindingKind, String> unknown = new EnumMap<>(BindingKind.class);
		for (Fields product : reply.rows(result, "BindResourceResult")) {
			String type = product.text("ResourceType");
			for (Fields region : reply.rows(product, "BindResourceRegionResult")) {
				read(type, region, counted, unknown);
			}
		}
		return new Counts(result.text("TaskId"), counted, unknown, TIME.read(result.text("CacheTime")));
	}

	private static void read(String type, Fields region, List<Count> counted, Map<BindingKind, String> unknown) {
		Integer total = region.integer("TotalCount");
		String error = region.text("Error").strip();
		if (!error.isEmpty() || total == null || total < 0) {
			String cause = error.isEmpty() ? "no count" : error;
			unknown.merge(kind(type), (region.text("Region") + " " + cause).strip(),
					(one, other) -> one + "; " + other);
		}
		if (total != null && total > 0) {
			counted.add(new Count(type, region.text("Region"), total));
		}
	}

	Found found() {
		return new Found(this.counted.stream().map(Count::binding).toList(), this.unknown, this.asOf);
	}

	/**
	 * Returns counts of which no kind is known.
	 * @param task the task, empty if there was none
	 * @param cause why
	 * @return the counts
	 */
	static Counts notKnown(String task, String cause) {
		Map<BindingKind, String> unknown = new EnumMap<>(BindingKind.class);
		KINDS.forEach((kind) -> unknown.put(kind, cause));
		return new Counts(task, List.of(), unknown, null);
	}

	static BindingKind kind(String type) {
		String name = type.toUpperCase(Locale.ROOT);
		return Arrays.stream(BindingKind.values())
			.filter((kind) -> kind.name().equals(name))
			.findFirst()
			.orElse(BindingKind.OTHER);
	}

	/**
	 * The resources of a product in a region.
	 *
	 * @param type the product as the cloud names it
	 * @param region the region, empty where the product has none
	 * @param total how many
	 */
	record Count(String type, String region, int total) {

		Binding binding() {
			return rest(0);
		}

		Binding rest(int named) {
			return Binding.unnamed(kind(this.type), this.type, this.region, this.total - named);
		}

	}

}
