package dev.certdeck.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the sources found of a certificate's usage.
 */
final class UsageMerge {

	private UsageMerge() {
	}

	/**
	 * Merges what the sources found; the usage is as old as the oldest of it. A kind that
	 * was in use before and of which its source says nothing now is unknown.
	 * @param answers the answer of each source
	 * @param before the usage as it was known before, or {@code null}
	 * @param now when the sources were asked
	 * @return the usage
	 */
	static Usage merge(Map<BindingSource, Bindings> answers, @Nullable Usage before, Instant now) {
		List<Binding> bindings = new ArrayList<>();
		Map<ResourceType, String> unknown = new EnumMap<>(ResourceType.class);
		Instant asOf = now;
		for (Map.Entry<BindingSource, Bindings> answer : answers.entrySet()) {
			Bindings found = answer.getValue();
			bindings.addAll(found.bindings());
			unknown.putAll(found.unknown());
			silent(answer.getKey(), found, before).forEach((kind) -> unknown.put(kind, BindingSource.LEFT_OUT));
			asOf = (found.asOf() != null && found.asOf().isBefore(asOf)) ? found.asOf() : asOf;
		}
		return new Usage(bindings, unknown, asOf);
	}

	private static Set<ResourceType> silent(BindingSource source, Bindings found, @Nullable Usage before) {
		Set<ResourceType> kinds = (before != null) ? before.usedKinds() : EnumSet.noneOf(ResourceType.class);
		kinds.retainAll(source.kinds());
		kinds.removeAll(found.asked());
		kinds.removeAll(found.unknown().keySet());
		return kinds;
	}

	/**
	 * Keeps what was known before of the kinds that are unknown now.
	 * @param before the usage as it was known before, or {@code null}
	 * @param usage the usage as it was found
	 * @return the usage
	 */
	static Usage keeping(@Nullable Usage before, Usage usage) {
		return (before != null) ? usage.keeping(before) : usage;
	}

	/**
	 * Takes the kinds that do not use a certificate any more as unknown.
	 * @param usage the usage as it was found
	 * @param before the usage as it was known before
	 * @param cause why the kinds are not known
	 * @return the usage
	 */
	static Usage doubting(Usage usage, Usage before, String cause) {
		Map<ResourceType, String> unknown = new EnumMap<>(ResourceType.class);
		before.usedKinds()
			.stream()
			.filter((kind) -> usage.count(kind) == 0)
			.forEach((kind) -> unknown.put(kind, cause));
		unknown.putAll(usage.unknown());
		return new Usage(usage.bindings(), unknown, usage.asOf());
	}

	/**
	 * Finds the kinds of which no answer says anything. Products that Certdeck does not
	 * know by name are not missed.
	 * @param asked the kinds that were asked for
	 * @param answers the answer of each source, by certificate
	 * @return the kinds
	 */
	static Set<ResourceType> uncovered(Set<ResourceType> asked, Collection<Map<CertificateId, Bindings>> answers) {
		if (answers.stream().allMatch(Map::isEmpty)) {
			return Set.of();
		}
		Set<ResourceType> uncovered = EnumSet.copyOf(asked);
		uncovered.remove(ResourceType.OTHER);
		answers.stream().flatMap((answer) -> answer.values().stream()).forEach((found) -> {
			uncovered.removeAll(found.asked());
			uncovered.removeAll(found.unknown().keySet());
		});
		return uncovered;
	}

	/**
	 * Names the resources of the kinds that are only counted, unless the names are fewer.
	 * @param usage the usage
	 * @param found the names that were found
	 * @param counted the kinds
	 * @param bindings the bindings of the usage, which are changed
	 */
	static void name(Usage usage, Bindings found, Set<ResourceType> counted, List<Binding> bindings) {
		for (ResourceType kind : counted) {
			List<Binding> named = found.bindings().stream().filter((binding) -> binding.kind() == kind).toList();
			if (Binding.count(named) >= usage.count(kind)) {
				bindings.removeIf((binding) -> binding.kind() == kind);
				bindings.addAll(named);
			}
		}
	}

}
