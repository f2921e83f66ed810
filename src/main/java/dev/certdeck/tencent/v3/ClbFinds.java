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
 * What the cloud's own search found and what the listeners of CLB tell.
 */
final class ClbFinds {

	private ClbFinds() {
	}

	/**
	 * Merges both. A load balancer that both know stands once, with the ports of its
	 * listeners; one that the search only counted is taken for one that the listeners
	 * named in its region. What one of them could not find out is not known, whatever the
	 * other found.
	 * @param searched what the search found, of all kinds
	 * @param told what the listeners told
	 * @return what both found
	 */
	static Bindings merge(Bindings searched, Bindings told) {
		Map<String, Binding> named = new LinkedHashMap<>();
		searched.bindings()
			.stream()
			.filter((binding) -> isClb(binding) && binding.isNamed())
			.forEach((binding) -> named.put(binding.resourceId(), binding));
		Map<String, Integer> added = new HashMap<>();
		told.bindings()
			.stream()
			.filter((binding) -> !named.containsKey(binding.resourceId()))
			.forEach((binding) -> added.merge(binding.region(), 1, Integer::sum));
		told.bindings().forEach((binding) -> named.merge(binding.resourceId(), binding, ClbFinds::merge));
		List<Binding> bindings = new ArrayList<>(named.values());
		searched.bindings().forEach((binding) -> rest(binding, added).ifPresent(bindings::add));
		Map<ResourceType, String> unknown = unknown(searched, told);
		Set<ResourceType> asked = new HashSet<>(searched.asked());
		asked.removeAll(unknown.keySet());
		return new Bindings(bindings, asked, unknown, older(searched.asOf(), told.asOf()));
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

	private static Binding merge(Binding searched, Binding told) {
		Set<String> withPort = told.listeners().stream().map(Listener::id).collect(Collectors.toSet());
		List<Listener> listeners = Stream
			.concat(searched.listeners().stream().filter((listener) -> !withPort.contains(listener.id())),
					told.listeners().stream())
			.toList();
		String name = told.resourceName().isBlank() ? searched.resourceName() : told.resourceName();
		return new Binding(told.kind(), told.resourceId(), name, told.region(), listeners);
	}

	private static Optional<Binding> rest(Binding searched, Map<String, Integer> added) {
		if (!isClb(searched)) {
			return Optional.of(searched);
		}
		int left = searched.isNamed() ? 0 : searched.count() - added.getOrDefault(searched.region(), 0);
		return (left > 0) ? Optional.of(Binding.unnamed(ResourceType.CLB, "", searched.region(), left))
				: Optional.empty();
	}

	private static Map<ResourceType, String> unknown(Bindings searched, Bindings told) {
		Map<ResourceType, String> unknown = new EnumMap<>(ResourceType.class);
		unknown.putAll(searched.unknown());
		told.unknown().forEach((kind, cause) -> unknown.merge(kind, cause, (one, other) -> one + "; " + other));
		return unknown;
	}

}
