package dev.certdeck.sandbox.fault;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts calls by action, including those that fail.
 */
public class Calls {

	private final Map<String, Integer> byAction = new TreeMap<>();

	/**
	 * Counts a call.
	 * @param action the action
	 */
	public synchronized void count(String action) {
		this.byAction.merge(action, 1, Integer::sum);
	}

	/**
	 * Resets the counts.
	 */
	public synchronized void clear() {
		this.byAction.clear();
	}

	/**
	 * Returns the counts.
	 * @return the number of calls by action
	 */
	public synchronized Map<String, Integer> counts() {
		return new TreeMap<>(this.byAction);
	}

}
