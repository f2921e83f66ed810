package dev.certdeck.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query, each with its value.
 */
class Conditions {

	private final List<String> conditions = new ArrayList<>();

	private final Map<String, Object> params = new HashMap<>();

	/**
	 * Adds a condition unless its value is absent.
	 * @param condition the condition in SQL
	 * @param name the name of its parameter
	 * @param value the value
	 */
	void add(String condition, String name, @Nullable Object value) {
		if (value != null) {
			this.conditions.add(condition);
			this.params.put(name, value);
		}
	}

	void param(String name, Object value) {
		this.params.put(name, value);
	}

	String where() {
		return this.conditions.isEmpty() ? "" : " where " + String.join(" and ", this.conditions);
	}

	Map<String, Object> params() {
		return Map.copyOf(this.params);
	}

}
