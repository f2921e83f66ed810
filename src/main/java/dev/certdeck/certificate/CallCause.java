package dev.certdeck.certificate;

import java.util.function.Supplier;

/**
 * Why the cloud is called.
 */
public enum CallCause {

	/**
	 * Nobody waits for the answer.
	 */
	BACKGROUND,

	/**
	 * Somebody may be waiting for the answer.
	 */
	PAGE,

	/**
	 * The call changes something.
	 */
	WRITE;

	private static final ThreadLocal<CallCause> CURRENT = ThreadLocal.withInitial(() -> PAGE);

	/**
	 * Does work for which nobody waits.
	 * @param <T> the type of the result
	 * @param work the work; calls of other threads are not the background's
	 * @return what the work returns
	 */
	public static <T> T background(Supplier<T> work) {
		CallCause before = CURRENT.get();
		CURRENT.set(BACKGROUND);
		try {
			return work.get();
		}
		finally {
			restore(before);
		}
	}

	/**
	 * Returns the cause of reads on this thread.
	 * @return {@link #BACKGROUND} or {@link #PAGE}
	 */
	public static CallCause current() {
		return CURRENT.get();
	}

	private static void restore(CallCause before) {
		if (before == PAGE) {
			CURRENT.remove();
		}
		else {
			CURRENT.set(before);
		}
	}

}
