package dev.certdeck.certificate;

/**
 * The products whose resources use certificates.
 */
public enum BindingKind {

	/**
	 * Cloud Load Balancer.
	 */
	CLB,

	/**
	 * Content Delivery Network.
	 */
	CDN,

	/**
	 * Bare metal, that is its load balancers.
	 */
	BM

}
