package dev.certdeck.tencent.v3;

import dev.certdeck.certificate.CloudException.Reason;

/**
 * What the error codes of API 3.0 mean (common error codes, and those of {@code ssl}
 * 2019-12-05). A code that is not listed counts as the one before its last dot.
 */
final class ErrorCodes {

	private ErrorCodes() {
	}

	static Reason reason(String code) {
		return switch (code) {
			case "AuthFailure" -> Reason.CREDENTIALS;
			case "AuthFailure.SignatureExpire" -> Reason.CLOCK;
			case "AuthFailure.UnauthorizedOperation", "AuthFailure.MFAFailure", "UnauthorizedOperation",
					"FailedOperation.AuthError", "FailedOperation.CAMAuthorizedFail",
					"FailedOperation.NoProjectPermission", "FailedOperation.NoRealNameAuth" ->
				Reason.PERMISSION;
			case "FailedOperation.RoleNotFoundAuthorization" -> Reason.SERVICE_ROLE;
			case "FailedOperation.CertificateNotFound", "ResourceNotFound" -> Reason.NOT_FOUND;
			case "FailedOperation.BoundResources", "FailedOperation.DeleteResourceFailed", "ResourceInUse" ->
				Reason.BOUND;
			case "FailedOperation.CannotBeDeletedIssued" -> Reason.ISSUED;
			case "FailedOperation.CannotBeDeletedWithinHour", "FailedOperation.DeleteFailedTimeNotUp" ->
				Reason.WITHIN_HOUR;
			case "FailedOperation.InvalidCertificateStatusCode", "FailedOperation.RenewNotIssued",
					"FailedOperation.OrderAlreadyReplaced" ->
				Reason.STATUS;
			case "FailedOperation.CertificateInvalid", "FailedOperation.CertificateParseError" ->
				Reason.UNREADABLE_CERTIFICATE;
			case "FailedOperation.CertificateMatchError", "FailedOperation.CertificateMismatch",
					"InvalidParameter.MissMatchPrivateKey" ->
				Reason.KEY_MISMATCH;
			case "FailedOperation.CertificateChainError" -> Reason.CHAIN;
			case "FailedOperation.CertificateCaError" -> Reason.NO_AUTHORITY;
			case "FailedOperation.CertificateEncryptInvalid" -> Reason.ALGORITHM;
			case "FailedOperation.CertificateExists" -> Reason.ALREADY_HELD;
			case "InvalidParameter.CertificatesNumberExceeded" -> Reason.TOO_MANY;
			case "RequestLimitExceeded", "LimitExceeded.RateLimitExceeded" -> Reason.RATE;
			case "InternalError", "FailedOperation.InternalError", "FailedOperation.NetworkError",
					"ServiceUnavailable" ->
				Reason.INTERNAL;
			case "ActionOffline", "InvalidAction", "NoSuchVersion", "NoSuchProduct", "UnsupportedOperation",
					"UnsupportedRegion", "UnsupportedProtocol" ->
				Reason.UNSUPPORTED;
			default -> code.contains(".") ? reason(code.substring(0, code.lastIndexOf('.'))) : Reason.OTHER;
		};
	}

}
