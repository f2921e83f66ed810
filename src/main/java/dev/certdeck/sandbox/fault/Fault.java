package dev.certdeck.sandbox.fault;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * A simulated failure.
 *
 * @param kind what goes wrong
 * @param after whether the action takes effect before the failure; it always does if
 * there is an answer
 * @param skip how many calls succeed before
 * @param times how many calls fail, {@code null} for all
 * @param code the error code of {@link Kind#ERROR}, as {@code 5100} or
 * {@code FailedOperation.CertificateNotFound}; empty for an internal error
 * @param status the HTTP status of {@link Kind#STATUS}
 * @param delay how long {@link Kind#SLOW} waits before it answers
 * @param field the field that {@link Kind#ALTERED} changes, as a JSON pointer such as
 * {@code /data/totalNum} or {@code /Response/TotalCount}
 * @param json what {@link Kind#ALTERED} puts there, {@code null} to leave the field out
 */
public record Fault(Kind kind, @DefaultValue("false") boolean after, @DefaultValue("0") int skip,
		@Nullable Integer times, @DefaultValue("") String code, @DefaultValue("503") int status,
		@DefaultValue("5s") Duration delay, @DefaultValue("") String field, @Nullable String json) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Checks the parts.
	 */
	public Fault {
		Assert.notNull(kind, "'kind' is missing");
		Assert.isTrue(times == null || times > 0, "'times' must be positive");
		Assert.isTrue(skip >= 0, "'skip' must not be negative");
		Assert.isTrue(status >= 200 && status <= 599, "'status' must lie between 200 and 599");
		Assert.isTrue(!delay.isNegative(), "'delay' must not be negative");
		Assert.isTrue(kind != Kind.ALTERED || field.startsWith("/"),
				"'field' must be a JSON pointer such as /data/totalNum");
		if (json != null) {
			JSON.readTree(json);
		}
	}

	/**
	 * Tells whether the action takes effect in spite of the fault.
	 * @return {@code true} if it does
	 */
	public boolean takesEffect() {
		return this.after || this.kind.answers;
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
		 * A page in HTML with HTTP status 200.
		 */
		HTML,

		/**
		 * The first half of the right answer; then the connection is cut.
		 */
		PARTIAL(true),

		/**
		 * The right answer, late.
		 */
		SLOW(true),

		/**
		 * The right answer, 20 bytes a second.
		 */
		DRIBBLE(true),

		/**
		 * The right answer but for one field.
		 */
		ALTERED(true);

		private final boolean answers;

		Kind() {
			this(false);
		}

		Kind(boolean answers) {
			this.answers = answers;
		}

	}

}
