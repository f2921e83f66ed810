package dev.certdeck.tencent;

import dev.certdeck.certificate.CloudException.Reason;

/**
 * An error as the cloud answered it.
 *
 * @param reason what the error means, whatever its code
 * @param code the error's code
 * @param description the code in a word, may be empty
 * @param message the cloud's message, may be empty
 * @param requestId the cloud's id of the call, empty where it gives none
 */
public record Answer(Reason reason, String code, String description, String message, String requestId) {

}
