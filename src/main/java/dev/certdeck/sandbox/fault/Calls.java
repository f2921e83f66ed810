package dev.certdeck.sandbox.fault;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the calls that reached the cloud, by action, whatever became of them.
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
	 * Starts again from nothing.
	 */
	public synchronized void clear() {
		this.byAction.clear();
	}

	/**
	 * The counts so far.
	 * @return the number of calls by action
	 */
	public synchronized Map<String, Integer> counts() {
		return new TreeMap<>(this.byAction);
	}

}
