package dev.certdeck.sandbox.task;

import org.jspecify.annotations.Nullable;

/**
 * A value that holds for some times, or for ever.
 *
 * @param <V> the type of the value
 */
final class Limited<V> {

	private final V value;

	private final @Nullable Integer times;

	private int used;

	Limited(V value, @Nullable Integer times) {
		if (times != null && times < 1) {
			throw new IllegalArgumentException("'times' must be positive");
		}
		this.value = value;
		this.times = times;
	}

	@Nullable V take() {
		if (this.times != null && this.used >= this.times) {
			return null;
		}
		this.used++;
		return this.value;
	}

}
