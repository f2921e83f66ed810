package dev.certdeck.tencent.v3;

import dev.certdeck.certificate.Message;

/**
 * The services of API 3.0, each with a host and a version of its own.
 */
enum Service {

	/**
	 * Certificates.
	 */
	SSL("2019-12-05"),

	/**
	 * Load balancers.
	 */
	CLB("2018-03-17"),

	/**
	 * Load balancers of bare metal.
	 */
	BMLB("2018-06-25");

	private final String version;

	Service(String version) {
		this.version = version;
	}

	String version() {
		return this.version;
	}

	String label() {
		return Message.key(this);
	}

}
