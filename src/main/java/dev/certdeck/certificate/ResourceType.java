package dev.certdeck.certificate;

import java.util.EnumSet;
import java.util.Set;

/**
 * The products whose resources use certificates.
 */
public enum ResourceType {

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
	BM,

	/**
	 * Web Application Firewall.
	 */
	WAF,

	/**
	 * Live streaming (CSS).
	 */
	LIVE,

	/**
	 * Video on demand.
	 */
	VOD,

	/**
	 * Anti-DDoS.
	 */
	DDOS,

	/**
	 * Kubernetes clusters (TKE), by their secrets.
	 */
	TKE,

	/**
	 * API Gateway.
	 */
	APIGATEWAY,

	/**
	 * CloudBase environments.
	 */
	TCB,

	/**
	 * EdgeOne sites.
	 */
	TEO,

	/**
	 * Gateways of the microservice engine.
	 */
	TSE,

	/**
	 * Buckets of the object storage.
	 */
	COS,

	/**
	 * Message queues (RabbitMQ).
	 */
	TDMQ,

	/**
	 * Message queues for MQTT.
	 */
	MQTT,

	/**
	 * Global application acceleration.
	 */
	GAAP,

	/**
	 * Cloud functions.
	 */
	SCF,

	/**
	 * Any product that is not named here.
	 */
	OTHER;

	/**
	 * Returns the kinds that the rule of deletion names: "Certificates associated with
	 * CLB, CDN, or BM cannot be deleted". Of these it must be known whether they use a
	 * certificate.
	 * @return the kinds
	 */
	public static Set<ResourceType> blockingDeletion() {
		return EnumSet.of(CLB, CDN, BM);
	}

}
