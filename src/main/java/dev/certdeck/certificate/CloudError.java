package dev.certdeck.certificate;

import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;

/**
 * Why a call to the cloud failed.
 *
 * @param failure the kind of failure
 * @param reason what the cloud's error means, whatever its code; {@link Reason#OTHER} if
 * it gave none that is known
 * @param code the cloud's error code, empty if it answered none
 * @param requestId the cloud's id of the call, empty where it gives none
 * @param message the action, the host and what went wrong; holds no content of the call
 */
public record CloudError(Failure failure, Reason reason, String code, String requestId, String message) {

}
