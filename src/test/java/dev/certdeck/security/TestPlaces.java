package dev.certdeck.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the endpoints of the tests' identity provider stand.
 */
final class TestPlaces {

	/**
	 * What stands where something went away.
	 */
	static final String NONE = "/none";

	private final Map<String, String> moved = new ConcurrentHashMap<>();

	void move(String endpoint, String to) {
		this.moved.put(endpoint, to);
	}

	void reset() {
		this.moved.clear();
	}

	String of(String endpoint) {
		return this.moved.getOrDefault(endpoint, endpoint);
	}

	String standingAt(String path) {
		return this.moved.entrySet()
			.stream()
			.filter((move) -> move.getValue().equals(path))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(this.moved.containsKey(path) ? NONE : path);
	}

}
