package dev.certdeck.tencent.v3;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * How many resources use a certificate, as a task of the cloud has counted them.
 *
 * @param task the task
 * @param products the products that the answer lists, each with the regions that carry a
 * count and no error
 * @param counted the resources by product and region
 * @param unknown the kinds that could not be asked, with the cause
 * @param asOf when the cloud counted, absent if unknown
 * @param isAnswer whether the answer says something of every product that it lists. Until
 * the cloud has gathered what it answers from, a task that has ended well lists nothing,
 * products without regions or regions without numbers
 */
record Counts(String task, Map<String, Set<String>> products, List<Count> counted, Map<ResourceType, String> unknown,
		@Nullable Instant asOf, boolean isAnswer) {

	/**
	 * The kinds that the cloud counts: the values of {@code ResourceType} in {@code ssl}
	 * 2019-12-05, "CreateCertificateBindResourceSyncTask", and any that is not named
	 * there. It does not count BM.
	 */
	static final Set<ResourceType> KINDS = EnumSet.complementOf(EnumSet.of(ResourceType.BM));

	/**
	 * Returns these counts with required products that they do not cover as unknown.
	 * @param required the products
	 * @return the counts
	 */
	Counts requiring(Set<String> required) {
		Map<ResourceType, String> doubts = new EnumMap<>(ResourceType.class);
		doubts.putAll(this.unknown);
		for (String type : required) {
			if (this.products.getOrDefault(type, Set.of()).isEmpty()) {
				doubts.putIfAbsent(kind(type), BindingSource.LEFT_OUT);
			}
		}
		return new Counts(this.task, this.products, this.counted, doubts, this.asOf, this.isAnswer);
	}

	Bindings found() {
		return found(this.counted.stream().map(Count::binding).toList());
	}

	/**
	 * Returns the bindings that stand for these counts.
	 * @param bindings the resources, named or counted
	 * @return the bindings
	 */
	Bindings found(List<Binding> bindings) {
		return new Bindings(bindings, asked(), this.unknown, this.asOf);
	}

	/**
	 * Returns the regions in which a kind was looked for.
	 * @param kind the kind
	 * @return the regions, also those in which nothing was found
	 */
	Set<String> regions(ResourceType kind) {
		return Stream
			.concat(this.counted.stream().filter((count) -> kind(count.type()) == kind).map(Count::region),
					this.products.entrySet()
						.stream()
						.filter((product) -> kind(product.getKey()) == kind)
						.flatMap((product) -> product.getValue().stream()))
			.collect(Collectors.toSet());
	}

	private Set<ResourceType> asked() {
		return this.products.entrySet()
			.stream()
			.filter((product) -> !product.getValue().isEmpty())
			.map((product) -> kind(product.getKey()))
			.filter((kind) -> !this.unknown.containsKey(kind))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(ResourceType.class)));
	}

	/**
	 * Returns counts of which no kind is known.
	 * @param task the task, empty if there was none
	 * @param cause why
	 * @return the counts
	 */
	static Counts notKnown(String task, String cause) {
		return new Counts(task, Map.of(), List.of(), allUnknown(cause), null, true);
	}

	/**
	 * Returns counts of which no kind is known yet.
	 * @param task the task
	 * @param cause why not
	 * @return the counts
	 */
	static Counts notYet(String task, String cause) {
		return new Counts(task, Map.of(), List.of(), allUnknown(cause), null, false);
	}

	private static Map<ResourceType, String> allUnknown(String cause) {
		return KINDS.stream().collect(Collectors.toMap((kind) -> kind, (kind) -> cause));
	}

	static ResourceType kind(String type) {
		String name = type.toUpperCase(Locale.ROOT);
		return Arrays.stream(ResourceType.values())
			.filter((kind) -> kind.name().equals(name))
			.findFirst()
			.orElse(ResourceType.OTHER);
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
