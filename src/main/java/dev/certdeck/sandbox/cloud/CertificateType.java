package dev.certdeck.sandbox.cloud;

/**
 * Types of certificates, named as in requests and answers.
 */
public enum CertificateType {

	/**
	 * The certificate of an authority that a server trusts for its clients.
	 */
	CA,

	/**
	 * A server certificate.
	 */
	SVR

}
