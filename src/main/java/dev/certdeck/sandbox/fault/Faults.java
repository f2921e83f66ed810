package dev.certdeck.sandbox.fault;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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

	public Faults(Map<String, Fault> faults) {
		this.byAction.putAll(faults);
	}

	/**
	 * Asks for a fault.
	 * @param action the action it hits
	 * @param fault the fault
	 */
	public synchronized void set(String action, Fault fault) {
		this.byAction.put(action, fault);
	}

	/**
	 * Takes back the fault of an action.
	 * @param action the action
	 */
	public synchronized void clear(String action) {
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
		if (fault != null && fault.times() != null) {
			use(key, fault, fault.times());
		}
		return fault;
	}

	private void use(String key, Fault fault, int times) {
		if (times > 1) {
			this.byAction.put(key,
					new Fault(fault.kind(), fault.after(), times - 1, fault.code(), fault.status(), fault.delay()));
		}
		else {
			this.byAction.remove(key);
		}
	}

}
