package dev.certdeck.tencent.v3;

import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.CloudException.Reason;

/**
 * What the error codes of API 3.0 mean (common error codes, and those of {@code ssl}
 * 2019-12-05). A code that is not listed counts as the one before its last dot.
 */
final class ErrorCodes {

	private static final Map<String, Reason> REASONS = Map.ofEntries(Map.entry("AuthFailure", Reason.CREDENTIALS),
			Map.entry("AuthFailure.SignatureExpire", Reason.CLOCK),
			Map.entry("AuthFailure.UnauthorizedOperation", Reason.PERMISSION),
			Map.entry("AuthFailure.MFAFailure", Reason.PERMISSION),
			Map.entry("UnauthorizedOperation", Reason.PERMISSION),
			Map.entry("FailedOperation.AuthError", Reason.PERMISSION),
			Map.entry("FailedOperation.CAMAuthorizedFail", Reason.PERMISSION),
			Map.entry("FailedOperation.NoProjectPermission", Reason.PERMISSION),
			Map.entry("FailedOperation.NoRealNameAuth", Reason.PERMISSION),
			Map.entry("FailedOperation.RoleNotFoundAuthorization", Reason.SERVICE_ROLE),
			Map.entry("FailedOperation.CertificateNotFound", Reason.NOT_FOUND),
			Map.entry("ResourceNotFound", Reason.NOT_FOUND), Map.entry("FailedOperation.BoundResources", Reason.BOUND),
			Map.entry("FailedOperation.DeleteResourceFailed", Reason.BOUND), Map.entry("ResourceInUse", Reason.BOUND),
			Map.entry("FailedOperation.CannotBeDeletedIssued", Reason.ISSUED),
			Map.entry("FailedOperation.CannotBeDeletedWithinHour", Reason.WITHIN_HOUR),
			Map.entry("FailedOperation.DeleteFailedTimeNotUp", Reason.WITHIN_HOUR),
			Map.entry("FailedOperation.InvalidCertificateStatusCode", Reason.STATUS),
			Map.entry("FailedOperation.RenewNotIssued", Reason.STATUS),
			Map.entry("FailedOperation.OrderAlreadyReplaced", Reason.STATUS),
			Map.entry("FailedOperation.CertificateInvalid", Reason.UNREADABLE_CERTIFICATE),
			Map.entry("FailedOperation.CertificateParseError", Reason.UNREADABLE_CERTIFICATE),
			Map.entry("FailedOperation.CertificateMatchError", Reason.KEY_MISMATCH),
			Map.entry("FailedOperation.CertificateMismatch", Reason.KEY_MISMATCH),
			Map.entry("InvalidParameter.MissMatchPrivateKey", Reason.KEY_MISMATCH),
			Map.entry("FailedOperation.CertificateChainError", Reason.CHAIN),
			Map.entry("FailedOperation.CertificateCaError", Reason.NO_AUTHORITY),
			Map.entry("FailedOperation.CertificateEncryptInvalid", Reason.ALGORITHM),
			Map.entry("FailedOperation.CertificateExists", Reason.ALREADY_HELD),
			Map.entry("InvalidParameter.CertificatesNumberExceeded", Reason.TOO_MANY),
			Map.entry("RequestLimitExceeded", Reason.RATE), Map.entry("LimitExceeded.RateLimitExceeded", Reason.RATE),
			Map.entry("InternalError", Reason.INTERNAL), Map.entry("FailedOperation.InternalError", Reason.INTERNAL),
			Map.entry("FailedOperation.NetworkError", Reason.INTERNAL),
			Map.entry("ServiceUnavailable", Reason.INTERNAL), Map.entry("ActionOffline", Reason.UNSUPPORTED),
			Map.entry("InvalidAction", Reason.UNSUPPORTED), Map.entry("NoSuchVersion", Reason.UNSUPPORTED),
			Map.entry("NoSuchProduct", Reason.UNSUPPORTED), Map.entry("UnsupportedOperation", Reason.UNSUPPORTED),
			Map.entry("UnsupportedRegion", Reason.UNSUPPORTED), Map.entry("UnsupportedProtocol", Reason.UNSUPPORTED));

	private static final Set<Reason> UNCLEAR = Set.of(Reason.INTERNAL);

	private ErrorCodes() {
	}

	static Reason reason(String code) {
		Reason reason = REASONS.get(code);
		int dot = code.lastIndexOf('.');
		if (reason == null && dot > 0) {
			return reason(code.substring(0, dot));
		}
		return (reason != null) ? reason : Reason.OTHER;
	}

	/**
	 * Tells whether a write may have been carried out in spite of an error.
	 * @param reason the error's reason
	 * @return {@code true} for trouble inside the cloud
	 */
	static boolean mayHaveTakenEffect(Reason reason) {
		return UNCLEAR.contains(reason);
	}

}
