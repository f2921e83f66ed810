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
 * The faults that are asked for, by action, without regard to upper and lower case; those
 * of {@value #ANY} hit every action that has none of its own.
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
	 * @param faults the faults that are asked for from the start, by action
	 * @throws IllegalArgumentException if there is no such action
	 */
	public Faults(Collection<String> actions, Map<String, Fault> faults) {
		this.actions.add(ANY);
		this.actions.addAll(actions);
		faults.forEach(this::set);
	}

	/**
	 * Asks for a fault.
	 * @param action the action it hits
	 * @param fault the fault
	 * @throws IllegalArgumentException if there is no such action
	 */
	public final synchronized void set(String action, Fault fault) {
		check(action);
		this.byAction.put(action, fault);
		this.calls.put(action, 0);
	}

	/**
	 * Takes back the fault of an action.
	 * @param action the action
	 * @throws IllegalArgumentException if there is no such action
	 */
	public synchronized void clear(String action) {
		check(action);
		this.byAction.remove(action);
	}

	/**
	 * Takes back all faults.
	 */
	public synchronized void clear() {
		this.byAction.clear();
	}

	/**
	 * The faults that are still to come.
	 * @return the faults in words, by action
	 */
	public synchronized Map<String, String> describe() {
		Map<String, String> description = new LinkedHashMap<>();
		this.byAction.forEach((action, fault) -> description.put(action, fault.kind().name().toLowerCase(Locale.ROOT)));
		return description;
	}

	/**
	 * The fault that hits an action now; it counts as used.
	 * @param action the action
	 * @return the fault, or {@code null} when all goes well
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
