package dev.certdeck.sandbox.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Values by certificate, or for any, that hold for a number of uses or for ever.
 *
 * @param <V> the type of the values
 */
final class Limited<V> {

	private final Map<String, V> values = new HashMap<>();

	private final Map<String, Integer> left = new HashMap<>();

	void put(String certificateId, V value, @Nullable Integer times) {
		Assert.isTrue(times == null || times > 0, "'times' must be positive");
		this.values.put(certificateId, value);
		this.left.put(certificateId, Objects.requireNonNullElse(times, Integer.MAX_VALUE));
	}

	@Nullable V take(String certificateId) {
		String key = this.values.containsKey(certificateId) ? certificateId : TaskKnobs.ANY;
		V value = this.values.get(key);
		if (value != null && this.left.merge(key, -1, Integer::sum) == 0) {
			this.values.remove(key);
		}
		return value;
	}

	void clear() {
		this.values.clear();
	}

}
