package dev.certdeck.sandbox.cloud;

/**
 * What a certificate is for, by the names that the cloud uses on the wire.
 */
public enum CertificateType {

	/**
	 * A client certificate, that is the authority that a server trusts for its clients.
	 */
	CA,

	/**
	 * A server certificate.
	 */
	SVR

}
