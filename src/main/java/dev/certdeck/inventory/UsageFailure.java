package dev.certdeck.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.ResourceType;

/**
 * A cause for which the usage of certificates is unknown.
 *
 * @param cause the cause, empty if usage was not asked for yet
 * @param kinds the kinds that are unknown
 * @param certificates for how many certificates they are unknown
 */
public record UsageFailure(String cause, Set<ResourceType> kinds, int certificates) {

	/**
	 * Groups what is unknown by its cause.
	 * @param entries the certificates
	 * @return the causes in the order of the certificates
	 */
	public static List<UsageFailure> of(Collection<Entry> entries) {
		Map<String, Set<ResourceType>> kinds = new LinkedHashMap<>();
		Map<String, Integer> certificates = new LinkedHashMap<>();
		for (Entry entry : entries) {
			Map<ResourceType, String> unknown = entry.usage().unknown();
			unknown.forEach((kind, cause) -> kinds.computeIfAbsent(cause, (key) -> EnumSet.noneOf(ResourceType.class))
				.add(kind));
			unknown.values().stream().distinct().forEach((cause) -> certificates.merge(cause, 1, Integer::sum));
		}
		List<UsageFailure> failures = new ArrayList<>();
		kinds.forEach((cause, of) -> failures.add(new UsageFailure(cause, of, certificates.getOrDefault(cause, 0))));
		return failures;
	}

}
