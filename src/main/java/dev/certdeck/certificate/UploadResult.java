package dev.certdeck.certificate;

/**
 * What the cloud did with an upload.
 *
 * @param id the id under which it holds the certificate
 * @param alreadyHeld whether it held the same certificate before and stored nothing
 */
public record UploadResult(CertificateId id, boolean alreadyHeld) {

}
