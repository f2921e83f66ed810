package dev.certdeck.certificate;

/**
 * Distinguishes the account, API and endpoint of a {@link CertificateStore} from others.
 *
 * @param value letters and digits that reveal no credentials
 */
public record AccountKey(String value) {

}
