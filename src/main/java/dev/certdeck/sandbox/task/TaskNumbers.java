package dev.certdeck.sandbox.task;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers tasks of every kind, each number once.
 */
public class TaskNumbers {

	private static final long FIRST = 1_251_261;

	private final AtomicLong next = new AtomicLong(FIRST);

	String next() {
		return String.valueOf(this.next.getAndIncrement());
	}

}
