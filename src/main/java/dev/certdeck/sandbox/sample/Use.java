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
	 * A rule of a load balancer's listener that chooses certificates by server name.
	 */
	CLB_SNI,

	/**
	 * The listener, or its rules, that was bound last: one more certificate for another
	 * algorithm.
	 */
	CLB_FURTHER,

	/**
	 * A host of the content delivery network.
	 */
	CDN,

	/**
	 * A listener of a bare metal load balancer.
	 */
	BM

}
