package dev.certdeck.sandbox.fault;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The faults that are set, by action, ignoring case. That of {@value #ANY} applies to
 * every action without a fault of its own.
 */
public class Faults {

	/**
	 * Stands for every action.
	 */
	public static final String ANY = "any";

	private final Map<String, Fault> byAction = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Map<String, Integer> calls = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Set<String> actions = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	/**
	 * Creates the faults.
	 * @param actions the actions of the cloud
	 * @param faults the faults that are set at first, by action
	 * @throws IllegalArgumentException if there is no such action
	 */
	public Faults(Collection<String> actions, Map<String, Fault> faults) {
		this.actions.add(ANY);
		this.actions.addAll(actions);
		faults.forEach(this::set);
	}

	/**
	 * Sets the fault of an action.
	 * @param action the action
	 * @param fault the fault
	 * @throws IllegalArgumentException if there is no such action
	 */
	public final synchronized void set(String action, Fault fault) {
		check(action);
		this.byAction.put(action, fault);
		this.calls.put(action, 0);
	}

	/**
	 * Removes the fault of an action.
	 * @param action the action
	 * @throws IllegalArgumentException if there is no such action
	 */
	public synchronized void clear(String action) {
		check(action);
		this.byAction.remove(action);
	}

	/**
	 * Removes all faults.
	 */
	public synchronized void clear() {
		this.byAction.clear();
	}

	/**
	 * Describes the faults that are set.
	 * @return the kinds of fault by action
	 */
	public synchronized Map<String, String> describe() {
		Map<String, String> description = new LinkedHashMap<>();
		this.byAction.forEach((action, fault) -> description.put(action, fault.kind().name().toLowerCase(Locale.ROOT)));
		return description;
	}

	/**
	 * Returns the fault of a call, which is counted.
	 * @param action the action
	 * @return the fault, {@code null} if the call succeeds
	 */
	public synchronized @Nullable Fault next(String action) {
		String key = this.byAction.containsKey(action) ? action : ANY;
		Fault fault = this.byAction.get(key);
		if (fault == null) {
			return null;
		}
		int count = this.calls.merge(key, 1, Integer::sum) - fault.skip();
		if (fault.times() != null && count >= fault.times()) {
			this.byAction.remove(key);
		}
		return (count > 0) ? fault : null;
	}

	private void check(String action) {
		if (!this.actions.contains(action)) {
			throw new IllegalArgumentException(
					"There is no action '%s'. The actions are: %s".formatted(action, String.join(", ", this.actions)));
		}
	}

}
