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
	 * A session was ended by the user or the identity provider.
	 */
	SIGN_OUT,

	/**
	 * A request was denied because the role does not permit it.
	 */
	ACCESS_DENIED,

	/**
	 * The upload of a certificate was asked for.
	 */
	UPLOAD,

	/**
	 * The deletion of a certificate was asked for.
	 */
	DELETION,

	/**
	 * An event of another type.
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
