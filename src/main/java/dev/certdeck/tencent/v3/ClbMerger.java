package dev.certdeck.tencent.v3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Merges the results of the cloud's own search with those of a search of CLB's listeners.
 */
final class ClbMerger {

	private ClbMerger() {
	}

	/**
	 * Merges both. A load balancer in both is listed once, with the ports of its
	 * listeners; one that the cloud's search only counted is taken for one of its region
	 * that the listeners named. What is unknown to one of them stays unknown.
	 * @param searched the result of the cloud's search, of all kinds
	 * @param listed the result of the search of listeners
	 * @return the merged result
	 */
	static Bindings merge(Bindings searched, Bindings listed) {
		Map<String, Binding> named = new LinkedHashMap<>();
		searched.bindings()
			.stream()
			.filter((binding) -> isClb(binding) && binding.isNamed())
			.forEach((binding) -> named.put(binding.resourceId(), binding));
		Map<String, Integer> added = new HashMap<>();
		listed.bindings()
			.stream()
			.filter((binding) -> !named.containsKey(binding.resourceId()))
			.forEach((binding) -> added.merge(binding.region(), 1, Integer::sum));
		listed.bindings().forEach((binding) -> named.merge(binding.resourceId(), binding, ClbMerger::merge));
		List<Binding> bindings = new ArrayList<>(named.values());
		searched.bindings().forEach((binding) -> rest(binding, added).ifPresent(bindings::add));
		Map<ResourceType, String> unknown = unknown(searched, listed);
		Set<ResourceType> asked = new HashSet<>(searched.asked());
		asked.removeAll(unknown.keySet());
		return new Bindings(bindings, asked, unknown, older(searched.asOf(), listed.asOf()));
	}

	private static @Nullable Instant older(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.isBefore(other) ? one : other;
	}

	private static boolean isClb(Binding binding) {
		return binding.kind() == ResourceType.CLB;
	}

	private static Binding merge(Binding searched, Binding listed) {
		Set<String> withPort = listed.listeners().stream().map(Listener::id).collect(Collectors.toSet());
		List<Listener> listeners = Stream
			.concat(searched.listeners().stream().filter((listener) -> !withPort.contains(listener.id())),
					listed.listeners().stream())
			.toList();
		String name = listed.resourceName().isBlank() ? searched.resourceName() : listed.resourceName();
		return new Binding(listed.kind(), listed.resourceId(), name, listed.region(), listeners);
	}

	private static Optional<Binding> rest(Binding searched, Map<String, Integer> added) {
		if (!isClb(searched)) {
			return Optional.of(searched);
		}
		int left = searched.isNamed() ? 0 : searched.count() - added.getOrDefault(searched.region(), 0);
		return (left > 0) ? Optional.of(Binding.unnamed(ResourceType.CLB, "", searched.region(), left))
				: Optional.empty();
	}

	private static Map<ResourceType, String> unknown(Bindings searched, Bindings listed) {
		Map<ResourceType, String> unknown = new EnumMap<>(ResourceType.class);
		unknown.putAll(searched.unknown());
		listed.unknown().forEach((kind, cause) -> unknown.merge(kind, cause, (one, other) -> one + "; " + other));
		return unknown;
	}

}
