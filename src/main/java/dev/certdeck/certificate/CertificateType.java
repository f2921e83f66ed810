package dev.certdeck.certificate;

/**
 * What a certificate is for, under the names that Tencent's API gives the types.
 */
public enum CertificateType {

	/**
	 * A server certificate, which comes with a private key.
	 */
	SVR,

	/**
	 * A CA certificate with which servers verify their clients.
	 */
	CA

}
