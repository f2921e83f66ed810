package dev.certdeck.sandbox.fault;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * A failure that the cloud plays.
 *
 * @param kind what goes wrong
 * @param after whether the action takes effect first, instead of not at all; a slow
 * answer always does
 * @param times how often it goes wrong, or {@code null} for always
 * @param code the error code of {@link Kind#ERROR}, as {@code 5100} or
 * {@code FailedOperation.CertificateNotFound}; empty for an internal error
 * @param status the HTTP status of {@link Kind#STATUS}
 * @param delay how long {@link Kind#SLOW} waits before it answers
 */
public record Fault(Kind kind, @DefaultValue("false") boolean after, @Nullable Integer times,
		@DefaultValue("") String code, @DefaultValue("503") int status, @DefaultValue("5s") Duration delay) {

	/**
	 * Checks the parts.
	 */
	public Fault {
		Assert.notNull(kind, "'kind' is missing");
		Assert.isTrue(times == null || times > 0, "'times' must be positive");
		Assert.isTrue(status >= 200 && status <= 599, "'status' must lie between 200 and 599");
		Assert.isTrue(!delay.isNegative(), "'delay' must not be negative");
	}

	/**
	 * Whether the action is done in spite of the fault.
	 * @return whether the action takes effect
	 */
	public boolean takesEffect() {
		return this.after || this.kind == Kind.SLOW;
	}

	/**
	 * What goes wrong.
	 */
	public enum Kind {

		/**
		 * An error code inside an answer of HTTP 200.
		 */
		ERROR,

		/**
		 * An HTTP status with a page of the gateway.
		 */
		STATUS,

		/**
		 * The connection is cut without an answer.
		 */
		CUT,

		/**
		 * An answer that is no JSON.
		 */
		MALFORMED,

		/**
		 * The right answer, late.
		 */
		SLOW

	}

}
