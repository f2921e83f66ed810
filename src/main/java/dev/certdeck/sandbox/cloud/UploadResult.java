package dev.certdeck.sandbox.cloud;

/**
 * The result of an upload.
 *
 * @param id the ID of the certificate
 * @param repeated whether the account held it already and nothing was stored
 */
public record UploadResult(String id, boolean repeated) {

}
