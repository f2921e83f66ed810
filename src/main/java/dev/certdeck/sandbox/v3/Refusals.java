package dev.certdeck.sandbox.v3;

import java.util.function.Supplier;

import dev.certdeck.sandbox.cloud.Refusal;
import dev.certdeck.sandbox.cloud.RefusedException;

/**
 * The refusals of the cloud as the error codes of ssl.
 */
final class Refusals {

	private Refusals() {
	}

	static <T> T translate(Supplier<T> action) {
		try {
			return action.get();
		}
		catch (RefusedException ex) {
			throw V3Exception.of(code(ex.refusal()));
		}
	}

	private static String code(Refusal refusal) {
		return switch (refusal) {
			case NOT_FOUND -> "FailedOperation.CertificateNotFound";
			case BOUND -> "FailedOperation.DeleteResourceFailed";
			case ISSUED -> "FailedOperation.CannotBeDeletedIssued";
			case WITHIN_HOUR -> "FailedOperation.CannotBeDeletedWithinHour";
			case STATUS -> "FailedOperation.InvalidCertificateStatusCode";
			case UNREADABLE_CERTIFICATE -> "FailedOperation.CertificateParseError";
			case KEY_MISSING -> "MissingParameter";
			case MISMATCH -> "FailedOperation.CertificateMismatch";
			case UNREADABLE_KEY -> "FailedOperation.CertificateMatchError";
		};
	}

}
