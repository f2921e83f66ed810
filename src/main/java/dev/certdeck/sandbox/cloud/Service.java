package dev.certdeck.sandbox.cloud;

import java.util.Locale;

/**
 * A product of the cloud whose resources use certificates, as the tasks of the
 * certificate service name it (SSL API 3.0, DescribeCertificateBindResourceTaskDetail).
 */
public enum Service {

	/**
	 * Load balancers of virtual machines.
	 */
	CLB(true),

	/**
	 * The content delivery network.
	 */
	CDN(false),

	/**
	 * The web application firewall.
	 */
	WAF(true),

	/**
	 * Protection against floods.
	 */
	DDOS(false),

	/**
	 * Live streaming.
	 */
	LIVE(false),

	/**
	 * Video on demand.
	 */
	VOD(false),

	/**
	 * Kubernetes clusters.
	 */
	TKE(true),

	/**
	 * The API gateway.
	 */
	APIGATEWAY(true),

	/**
	 * CloudBase.
	 */
	TCB(true),

	/**
	 * EdgeOne.
	 */
	TEO(false),

	/**
	 * The gateway of the microservice engine.
	 */
	TSE(true),

	/**
	 * Object storage.
	 */
	COS(true),

	/**
	 * Message queues.
	 */
	TDMQ(true),

	/**
	 * Message queues of devices.
	 */
	MQTT(true),

	/**
	 * The global accelerator.
	 */
	GAAP(false),

	/**
	 * Cloud functions.
	 */
	SCF(true);

	private final boolean regional;

	Service(boolean regional) {
		this.regional = regional;
	}

	/**
	 * Whether its resources live in regions.
	 * @return whether they do
	 */
	public boolean regional() {
		return this.regional;
	}

	/**
	 * Its name on the wire.
	 * @return the name in lower case
	 */
	public String type() {
		return name().toLowerCase(Locale.ROOT);
	}

}
