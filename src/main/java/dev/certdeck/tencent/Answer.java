package dev.certdeck.tencent;

import dev.certdeck.certificate.CloudException.Reason;

/**
 * An error answer of the cloud.
 *
 * @param reason the reason behind the code
 * @param code the error's code
 * @param description a short description of the code, may be empty
 * @param message the cloud's message, may be empty
 * @param requestId the cloud's id of the call, may be empty
 */
public record Answer(Reason reason, String code, String description, String message, String requestId) {

}
