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
 * A cause for which it is not known what uses certificates.
 *
 * @param cause the cause, empty if nobody asked yet
 * @param kinds the kinds that are not known
 * @param certificates for how many certificates they are not known
 */
public record UsageFailure(String cause, Set<ResourceType> kinds, int certificates) {

	/**
	 * Gathers what is not known by its cause.
	 * @param entries the certificates
	 * @return the causes in the order in which they were met
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
