package dev.certdeck.certificate;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which resources use a certificate, as far as that is known.
 *
 * @param bindings the resources that use it
 * @param unknown the kinds for which it is not known, with the cause
 * @param asOf when the resources were asked for
 */
public record Usage(List<Binding> bindings, Map<BindingKind, String> unknown, Instant asOf) {

	/**
	 * Creates the usage.
	 */
	public Usage {
		bindings = List.copyOf(bindings);
		unknown = Map.copyOf(unknown);
	}

	/**
	 * Returns a usage of which nothing is known.
	 * @param kinds the kinds that would have to be asked
	 * @param cause why they were not
	 * @param asOf the present
	 * @return the usage
	 */
	public static Usage unknown(Set<BindingKind> kinds, String cause, Instant asOf) {
		Map<BindingKind, String> unknown = new EnumMap<>(BindingKind.class);
		kinds.forEach((kind) -> unknown.put(kind, cause));
		return new Usage(List.of(), unknown, asOf);
	}

	/**
	 * Sums the usage up: a binding that is known outweighs kinds that are not.
	 * @return the state
	 */
	public State state() {
		if (!this.bindings.isEmpty()) {
			return State.BOUND;
		}
		return this.unknown.isEmpty() ? State.UNBOUND : State.UNKNOWN;
	}

	/**
	 * Counts the resources of one kind.
	 * @param kind the kind
	 * @return the number of resources that are known
	 */
	public int count(BindingKind kind) {
		return this.bindings.stream().filter((binding) -> binding.kind() == kind).mapToInt(Binding::count).sum();
	}

	/**
	 * Counts the resources.
	 * @return the number of resources that are known
	 */
	public int count() {
		return this.bindings.stream().mapToInt(Binding::count).sum();
	}

	/**
	 * Tells whether every resource is named.
	 * @return {@code false} if some are only counted
	 */
	public boolean isNamed() {
		return this.bindings.stream().allMatch(Binding::isNamed);
	}

	/**
	 * What a usage comes to.
	 */
	public enum State {

		/**
		 * At least one resource uses the certificate.
		 */
		BOUND,

		/**
		 * Every checked kind was asked and none uses the certificate.
		 */
		UNBOUND,

		/**
		 * No resource is known to use it, but not every kind could be asked.
		 */
		UNKNOWN

	}

}
