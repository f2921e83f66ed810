package dev.certdeck.tencent;

import java.util.Map;

import dev.certdeck.tencent.wire.Dialect;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The API of Tencent Cloud that is called, and its URLs.
 *
 * @param api which API is spoken
 * @param site which of Tencent's sites the account is at
 * @param region common parameter Region of calls that do not depend on a region
 * @param endpoint URL of the API, with {module} for the service: wss, lb, cdn and bmlb in
 * API 2.0, ssl, clb and bmlb in API 3.0; unless set, that of the site
 * @param endpoints URLs of single services by name
 */
@ConfigurationProperties("certdeck.tencent")
@Validated
public record EndpointProperties(@DefaultValue("v3") Dialect api, @DefaultValue("domestic") Site site,
		@DefaultValue("ap-guangzhou") String region, @Nullable @Pattern(regexp = URL_FORM) String endpoint,
		@DefaultValue Map<String, @Pattern(regexp = URL_FORM) String> endpoints) {

	private static final String URL_FORM = "https?://[^/?#\\s]+(/[^?#\\s]*)?";

	/**
	 * Returns the URLs of the services.
	 * @return the endpoints of the API that is spoken
	 */
	public Endpoints locations() {
		boolean v2 = this.api == Dialect.V2;
		String usual = v2 ? "https://{module}.api.qcloud.com" : "https://{module}." + this.site.domain();
		return new Endpoints((this.endpoint != null) ? this.endpoint : usual, this.endpoints,
				v2 ? "/v2/index.php" : "/");
	}

	/**
	 * The sites at which Tencent keeps accounts.
	 */
	public enum Site {

		/**
		 * The site for China, cloud.tencent.com.
		 */
		DOMESTIC("tencentcloudapi.com"),

		/**
		 * The site for the rest of the world, tencentcloud.com.
		 */
		INTERNATIONAL("intl.tencentcloudapi.com");

		private final String domain;

		Site(String domain) {
			this.domain = domain;
		}

		String domain() {
			return this.domain;
		}

	}

}
