package dev.certdeck.sandbox.sample;

import dev.certdeck.sandbox.cloud.Grade;
import dev.certdeck.sandbox.cloud.Plan;
import dev.certdeck.sandbox.cloud.Product;

/**
 * What the samples were issued as: products of the cloud's catalogue, or uploads.
 */
final class Products {

	static final Product LETS_ENCRYPT = Product.upload("Let's Encrypt");

	static final Product SECTIGO = Product.upload("Sectigo Limited");

	static final Product EXAMPLE_CORP = Product.upload("Example Corp");

	static final Product TRUSTASIA_FREE_2017 = free("2", "TrustAsia TLS RSA CA", "TrustAsia TLS RSA CA");

	static final Product TRUSTASIA_FREE = free("83", "TrustAsia", "TrustAsia C1 DV Free");

	static final Product SECURESITE_EV_PRO = paid("3", Grade.EV, "SecureSite EV Pro");

	static final Product SECURESITE_OV = paid("6", Grade.OV, "SecureSite OV");

	static final Product SECURESITE_OV_WILDCARD = paid("7", Grade.OV, "SecureSite OV Wildcard");

	static final Product GEOTRUST_OV = paid("9", Grade.OV, "GeoTrust OV");

	static final Product TRUSTASIA_DV_MULTI = paid("11", Grade.DV, "TrustAsia DV Multi-Domain");

	static final Product TRUSTASIA_DV_WILDCARD = paid("12", Grade.DV, "TrustAsia DV Wildcard");

	static final Product GLOBALSIGN_OV = paid("18", Grade.OV, "GlobalSign OV");

	static final Product WOTRUS_DV = paid("25", Grade.DV, "WoTrus DV");

	static final Product DNSPOD_DV = paid("43", Grade.DV, "DNSPod DV");

	private Products() {
	}

	private static Product free(String type, String authority, String title) {
		return new Product(type, Plan.FREE, Grade.DV, "trustasia", authority, title);
	}

	private static Product paid(String type, Grade grade, String title) {
		String authority = title.substring(0, title.indexOf(' '));
		return new Product(type, Plan.PAID, grade, authority.equals("WoTrus") ? "wosign" : "trustasia", authority,
				title);
	}

}
