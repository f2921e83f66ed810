package dev.certdeck.sandbox.sample;

/**
 * A kind of resource that uses certificates.
 */
enum Use {

	/**
	 * A listener of a load balancer.
	 */
	CLB,

	/**
	 * A load balancer's listener that asks its clients for certificates of this
	 * authority.
	 */
	CLB_CLIENTS,

	/**
	 * A host of the content delivery network.
	 */
	CDN,

	/**
	 * A listener of a bare metal load balancer.
	 */
	BM

}
