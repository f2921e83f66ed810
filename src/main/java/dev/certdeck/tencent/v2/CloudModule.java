package dev.certdeck.tencent.v2;

/**
 * The modules of API 2.0, each with a host of its own.
 */
enum CloudModule {

	/**
	 * Certificates.
	 */
	WSS,

	/**
	 * Load balancers.
	 */
	LB,

	/**
	 * Content delivery network.
	 */
	CDN,

	/**
	 * Load balancers of bare metal.
	 */
	BMLB

}
