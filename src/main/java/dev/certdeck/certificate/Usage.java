package dev.certdeck.certificate;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which resources use a certificate, as far as that is known.
 *
 * @param bindings the resources that use it
 * @param unknown the kinds for which it is not known, with the cause
 * @param unconfirmed what was last known of the unknown kinds
 * @param asOf when the resources were asked for
 */
public record Usage(List<Binding> bindings, Map<ResourceType, String> unknown, Map<ResourceType, LastKnown> unconfirmed,
		Instant asOf) {

	/**
	 * Creates the usage.
	 */
	public Usage {
		bindings = List.copyOf(bindings);
		unknown = Map.copyOf(unknown);
		unconfirmed = Map.copyOf(unconfirmed);
	}

	/**
	 * Creates a usage of which nothing was known before.
	 * @param bindings the resources that use the certificate
	 * @param unknown the kinds for which it is not known, with the cause
	 * @param asOf when the resources were asked for
	 */
	public Usage(List<Binding> bindings, Map<ResourceType, String> unknown, Instant asOf) {
		this(bindings, unknown, Map.of(), asOf);
	}

	/**
	 * Returns a usage of which nothing is known.
	 * @param kinds the kinds that were not asked
	 * @param cause why they were not
	 * @param asOf the present
	 * @return the usage
	 */
	public static Usage unknown(Set<ResourceType> kinds, String cause, Instant asOf) {
		return new Usage(List.of(), kinds.stream().collect(Collectors.toMap((kind) -> kind, (kind) -> cause)), asOf);
	}

	/**
	 * Keeps what was known before of the kinds that are unknown now, except in regions
	 * that are known now.
	 * @param before the usage before
	 * @return this usage with what was last known
	 */
	public Usage keeping(Usage before) {
		Map<ResourceType, LastKnown> kept = new EnumMap<>(ResourceType.class);
		for (ResourceType kind : this.unknown.keySet()) {
			LastKnown last = before.lastKnown(kind).outside(regions(kind));
			if (!last.bindings().isEmpty()) {
				kept.put(kind, last);
			}
		}
		return new Usage(this.bindings, this.unknown, kept, this.asOf);
	}

	private LastKnown lastKnown(ResourceType kind) {
		LastKnown earlier = this.unconfirmed.getOrDefault(kind, new LastKnown(List.of(), this.asOf));
		return new LastKnown(Stream.concat(earlier.bindings().stream(), of(kind)).toList(), earlier.asOf());
	}

	private Set<String> regions(ResourceType kind) {
		return of(kind).map(Binding::region).collect(Collectors.toSet());
	}

	private Stream<Binding> of(ResourceType kind) {
		return this.bindings.stream().filter((binding) -> binding.kind() == kind);
	}

	/**
	 * Tells whether a kind that was in use before is not in use any more.
	 * @param before the usage before, {@code null} if it was not known
	 * @return {@code true} if the count of a kind, confirmed or not, fell to zero
	 */
	public boolean isDropOf(@Nullable Usage before) {
		return before != null
				&& before.usedKinds().stream().anyMatch((kind) -> count(kind) == 0 && !this.unknown.containsKey(kind));
	}

	/**
	 * Returns the kinds that use the certificate, as is known or was last known.
	 * @return a new set of the kinds
	 */
	public Set<ResourceType> usedKinds() {
		Set<ResourceType> kinds = EnumSet.noneOf(ResourceType.class);
		this.bindings.forEach((binding) -> kinds.add(binding.kind()));
		kinds.addAll(this.unconfirmed.keySet());
		return kinds;
	}

	/**
	 * Summarises the usage: a known binding outweighs unknown kinds, and a binding that
	 * was last known outweighs kinds that were never known.
	 * @return the state
	 */
	public State state() {
		if (!this.bindings.isEmpty()) {
			return State.BOUND;
		}
		if (!this.unconfirmed.isEmpty()) {
			return State.UNCONFIRMED;
		}
		return this.unknown.isEmpty() ? State.UNBOUND : State.UNKNOWN;
	}

	/**
	 * Counts the resources of one kind.
	 * @param kind the kind
	 * @return the number of resources that are known
	 */
	public int count(ResourceType kind) {
		return Binding.count(of(kind).toList());
	}

	/**
	 * Counts the resources of each kind that uses the certificate.
	 * @return a message for each kind, such as {@code CLB 2}
	 */
	public List<Message> counts() {
		return Binding.counts(this.bindings)
			.entrySet()
			.stream()
			.map((count) -> Message.of("usage.count", count.getKey(), count.getValue()))
			.toList();
	}

	/**
	 * Counts the resources.
	 * @return the number of resources that are known
	 */
	public int count() {
		return Binding.count(this.bindings);
	}

	/**
	 * Tells whether every resource is named.
	 * @return {@code false} if some are only counted
	 */
	public boolean isNamed() {
		return this.bindings.stream().allMatch(Binding::isNamed);
	}

	/**
	 * The resources of a kind that used the certificate when the kind was last known.
	 *
	 * @param bindings the resources
	 * @param asOf when they were known
	 */
	public record LastKnown(List<Binding> bindings, Instant asOf) {

		/**
		 * Creates what was last known.
		 */
		public LastKnown {
			bindings = List.copyOf(bindings);
		}

		/**
		 * Counts the resources.
		 * @return the number of resources
		 */
		public int count() {
			return Binding.count(this.bindings);
		}

		/**
		 * Counts the resources of each kind.
		 * @param lastKnown the resources by kind
		 * @param present the present; what was known on an earlier day is written with
		 * its date
		 * @return a message for each kind, such as
		 * {@code CDN 2, as of 12:00 +08:00, unconfirmed}
		 */
		public static List<Message> messages(Map<ResourceType, LastKnown> lastKnown, Instant present) {
			return new TreeMap<>(lastKnown).entrySet()
				.stream()
				.map((kind) -> Message.of("usage.unconfirmed", kind.getKey(), kind.getValue().count(),
						new Message.Recent(kind.getValue().asOf(), present)))
				.toList();
		}

		LastKnown outside(Set<String> regions) {
			return new LastKnown(
					this.bindings.stream().filter((binding) -> !regions.contains(binding.region())).toList(),
					this.asOf);
		}

	}

	/**
	 * The summary of a usage.
	 */
	public enum State {

		/**
		 * At least one resource uses the certificate.
		 */
		BOUND,

		/**
		 * No resource is known to use it now, but one was when it was last known.
		 */
		UNCONFIRMED,

		/**
		 * Every kind was asked and no resource uses the certificate.
		 */
		UNBOUND,

		/**
		 * No resource is known to use it, but not every kind could be asked.
		 */
		UNKNOWN;

		/**
		 * Tells whether the certificate counts as in use.
		 * @return {@code true} also for a use that is not confirmed
		 */
		public boolean isUsed() {
			return this == BOUND || this == UNCONFIRMED;
		}

		/**
		 * Tells whether the use is not fully known.
		 * @return {@code true} if neither a use nor its absence is confirmed
		 */
		public boolean isUncertain() {
			return this == UNCONFIRMED || this == UNKNOWN;
		}

	}

}
