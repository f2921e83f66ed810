package dev.certdeck.sandbox.cloud;

/**
 * What became of an upload.
 *
 * @param id the ID of the certificate
 * @param repeated whether the account held it before, so that nothing was stored
 */
public record Receipt(String id, boolean repeated) {

}
