package dev.certdeck.sandbox.cloud;

import org.jspecify.annotations.Nullable;

/**
 * A certificate product of the cloud's catalogue, by its package type (SSL API 3.0,
 * ApplyCertificate and DescribeCertificates).
 */
public enum Product {

	/**
	 * Not a product: the account's own certificate.
	 */
	UPLOAD(null, Plan.UPLOADED, Grade.DV, "upload", "", ""),

	/**
	 * The free certificate of former years.
	 */
	TRUSTASIA_FREE_2017("2", Plan.FREE, Grade.DV, "trustasia", "TrustAsia TLS RSA CA", "TrustAsia TLS RSA CA"),

	/**
	 * The free certificate of today.
	 */
	TRUSTASIA_FREE("83", Plan.FREE, Grade.DV, "trustasia", "TrustAsia", "TrustAsia C1 DV Free"),

	/**
	 * SecureSite EV Pro.
	 */
	SECURESITE_EV_PRO("3", Plan.PAID, Grade.EV, "trustasia", "SecureSite", "SecureSite EV Pro"),

	/**
	 * SecureSite OV.
	 */
	SECURESITE_OV("6", Plan.PAID, Grade.OV, "trustasia", "SecureSite", "SecureSite OV"),

	/**
	 * SecureSite OV for wildcard names.
	 */
	SECURESITE_OV_WILDCARD("7", Plan.PAID, Grade.OV, "trustasia", "SecureSite", "SecureSite OV Wildcard"),

	/**
	 * GeoTrust OV.
	 */
	GEOTRUST_OV("9", Plan.PAID, Grade.OV, "trustasia", "GeoTrust", "GeoTrust OV"),

	/**
	 * TrustAsia DV for several names.
	 */
	TRUSTASIA_DV_MULTI("11", Plan.PAID, Grade.DV, "trustasia", "TrustAsia", "TrustAsia DV Multi-Domain"),

	/**
	 * TrustAsia DV for wildcard names.
	 */
	TRUSTASIA_DV_WILDCARD("12", Plan.PAID, Grade.DV, "trustasia", "TrustAsia", "TrustAsia DV Wildcard"),

	/**
	 * GlobalSign OV.
	 */
	GLOBALSIGN_OV("18", Plan.PAID, Grade.OV, "trustasia", "GlobalSign", "GlobalSign OV"),

	/**
	 * WoTrus DV.
	 */
	WOTRUS_DV("25", Plan.PAID, Grade.DV, "wosign", "WoTrus", "WoTrus DV"),

	/**
	 * DNSPod DV.
	 */
	DNSPOD_DV("43", Plan.PAID, Grade.DV, "trustasia", "DNSPod", "DNSPod DV");

	private final @Nullable String type;

	private final Plan plan;

	private final Grade grade;

	private final String source;

	private final String authority;

	private final String title;

	Product(@Nullable String type, Plan plan, Grade grade, String source, String authority, String title) {
		this.type = type;
		this.plan = plan;
		this.grade = grade;
		this.source = source;
		this.authority = authority;
		this.title = title;
	}

	/**
	 * The number of the package type, or {@code null} for an upload.
	 * @return the package type
	 */
	public @Nullable String type() {
		return this.type;
	}

	public Plan plan() {
		return this.plan;
	}

	public Grade grade() {
		return this.grade;
	}

	public String source() {
		return this.source;
	}

	public String authority() {
		return this.authority;
	}

	public String title() {
		return this.title;
	}

}
