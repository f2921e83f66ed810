package dev.certdeck.audit;

import java.util.Arrays;

/**
 * What the audit trail records.
 */
public enum AuditKind {

	/**
	 * Somebody signed in and has a role.
	 */
	SIGN_IN,

	/**
	 * A sign-in failed.
	 */
	SIGN_IN_FAILED,

	/**
	 * Somebody signed in without a group that gives a role.
	 */
	NO_ROLE,

	/**
	 * A session ended by the person's or the provider's wish.
	 */
	SIGN_OUT,

	/**
	 * Somebody asked for what the role does not allow.
	 */
	ACCESS_DENIED,

	/**
	 * A certificate was handed to the cloud.
	 */
	UPLOAD,

	/**
	 * The deletion of a certificate was asked for.
	 */
	DELETION,

	/**
	 * Something that another part of the application recorded.
	 */
	OTHER;

	/**
	 * Returns the kind of an event.
	 * @param type the event's type
	 * @return the kind of that name, else {@link #OTHER}
	 */
	static AuditKind of(String type) {
		return Arrays.stream(values()).filter((kind) -> kind.name().equals(type)).findFirst().orElse(OTHER);
	}

	/**
	 * Returns the outcome of an event that is over when it is recorded.
	 * @return {@link AuditOutcome#REFUSED} if the event is a refusal
	 */
	AuditOutcome outcome() {
		return switch (this) {
			case SIGN_IN_FAILED, NO_ROLE, ACCESS_DENIED -> AuditOutcome.REFUSED;
			default -> AuditOutcome.DONE;
		};
	}

}
