package dev.certdeck.certificate;

import java.util.EnumSet;
import java.util.Set;

/**
 * The products whose resources use certificates, under the names that Tencent's API gives
 * them. The messages {@code resource-type.long} say what they are; {@code OTHER} is any
 * product that is not listed.
 */
public enum ResourceType {

	CLB, CDN, BM, WAF, LIVE, VOD, DDOS, TKE, APIGATEWAY, TCB, TEO, TSE, COS, TDMQ, MQTT, GAAP, SCF, OTHER;

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
