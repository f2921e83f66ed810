package dev.certdeck.sandbox.cloud;

import java.util.Locale;

/**
 * The products whose resources use certificates, by their names in
 * "DescribeCertificateBindResourceTaskDetail" (SSL API 3.0).
 */
public enum Service {

	CLB(true), CDN(false), WAF(true), DDOS(false), LIVE(false), VOD(false), TKE(true), APIGATEWAY(true), TCB(true),
	TEO(false), TSE(true), COS(true), TDMQ(true), MQTT(true), GAAP(false), SCF(true);

	private final boolean regional;

	Service(boolean regional) {
		this.regional = regional;
	}

	/**
	 * Tells whether its resources belong to regions.
	 * @return {@code true} if they do
	 */
	public boolean regional() {
		return this.regional;
	}

	/**
	 * Returns its name in requests and answers.
	 * @return the name in lower case
	 */
	public String type() {
		return name().toLowerCase(Locale.ROOT);
	}

}
