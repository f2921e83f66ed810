package dev.certdeck.tencent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.certdeck.tencent.signing.Credentials;
import dev.certdeck.tencent.wire.Dialect;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How Certdeck reaches Tencent Cloud.
 *
 * @param api which API is spoken
 * @param site which of Tencent's sites the account is at
 * @param secretId SecretId of the account or sub-account
 * @param secretKey SecretKey that belongs to the SecretId
 * @param token token of temporary credentials
 * @param credentialsFile file with secret_id, secret_key and token, read again when it
 * changes
 * @param profile the section of the credentials file
 * @param region common parameter Region of calls that do not depend on a region
 * @param endpoint URL of the API, with {module} for the service: wss, lb, cdn and bmlb in
 * API 2.0, ssl, clb and bmlb in API 3.0; unless set, that of the site
 * @param endpoints URLs of single services by name
 * @param connectTimeout how long one connection may take to open
 * @param responseTimeout how long one try may take, to the last byte of the answer
 * @param callTimeout how long a whole call may take, with all its tries and waits
 * @param retries how often a failed read is repeated; uploads and deletions never are
 * @param backoff wait before the first repetition; it doubles with each
 * @param requestsPerSecond how often an action may be called in a second
 * @param parallelism how many pages of a list are read, or calls about bound resources
 * made, at once
 * @param pageSize how many certificates to ask for at once; unless set, as many as the
 * API gives: 100 in API 2.0, 1000 in API 3.0
 * @param maxResponseSize largest response to read
 * @param task tasks that the cloud carries out by itself
 * @param clb load balancers (CLB)
 * @param cdn content delivery network (CDN)
 * @param bm load balancers of bare metal (BM)
 */
@ConfigurationProperties("certdeck.tencent")
@Validated
public record TencentProperties(@DefaultValue("v3") Dialect api, @DefaultValue("domestic") Site site,
		@Nullable String secretId, @Nullable String secretKey, @Nullable String token, @Nullable Path credentialsFile,
		@DefaultValue("default") String profile, @DefaultValue("ap-guangzhou") String region,
		@Nullable @Pattern(regexp = URL_FORM) String endpoint,
		@DefaultValue Map<String, @Pattern(regexp = URL_FORM) String> endpoints,
		@DurationMin(millis = 1) @DefaultValue("5s") Duration connectTimeout,
		@DurationMin(millis = 1) @DefaultValue("15s") Duration responseTimeout,
		@DurationMin(millis = 1) @DefaultValue("45s") Duration callTimeout,
		@Min(0) @Max(10) @DefaultValue("2") int retries,
		@DurationMin(millis = 0) @DefaultValue("200ms") Duration backoff,
		@Min(1) @Max(1000000) @DefaultValue("10") int requestsPerSecond,
		@Min(1) @Max(64) @DefaultValue("4") int parallelism, @Nullable @Min(1) @Max(1000) Integer pageSize,
		@DefaultValue("16MB") DataSize maxResponseSize, @Valid @DefaultValue Task task, @Valid @DefaultValue Clb clb,
		@Valid @DefaultValue Cdn cdn, @Valid @DefaultValue Bm bm) {

	private static final String URL_FORM = "https?://[^/?#\\s]+(/[^?#\\s]*)?";

	private static final String REGION_FORM = "[a-z]{2}(-[a-z0-9]+)+";

	private static final String CDN_ACTION = "DescribeCdnHosts";

	/**
	 * Returns where the credentials come from: the file if there is one, else the
	 * settings.
	 * @return gives the credentials for each call, or throws an
	 * {@link IllegalStateException} if they are missing
	 */
	public Supplier<Credentials> credentials() {
		if (this.credentialsFile != null) {
			return new CredentialsFile(this.credentialsFile, this.profile);
		}
		Credentials credentials = Credentials.of(this.secretId, this.secretKey, this.token);
		return () -> {
			if (!credentials.isComplete()) {
				throw new IllegalStateException(
						"certdeck.tencent.secret-id and certdeck.tencent.secret-key are not set");
			}
			return credentials;
		};
	}

	/**
	 * Returns where the services are called.
	 * @return the endpoints of the API that is spoken
	 */
	public Endpoints locations() {
		boolean v2 = this.api == Dialect.V2;
		String usual = v2 ? "https://{module}.api.qcloud.com" : "https://{module}." + this.site.domain();
		return new Endpoints((this.endpoint != null) ? this.endpoint : usual, this.endpoints,
				v2 ? "/v2/index.php" : "/");
	}

	/**
	 * Returns the limits of each call.
	 * @return the limits
	 */
	public CallLimits limits() {
		return new CallLimits(this.connectTimeout, this.responseTimeout, this.callTimeout, this.retries, this.backoff,
				new CallLimits.Quota(this.requestsPerSecond, Map.of(CDN_ACTION, this.cdn.requestsPerMinute())),
				Math.toIntExact(this.maxResponseSize.toBytes()));
	}

	/**
	 * Describes the settings without any secret.
	 */
	@Override
	public String toString() {
		return "TencentProperties[api=%s, site=%s, endpoint=%s, region=%s]".formatted(this.api, this.site,
				this.endpoint, this.region);
	}

	/**
	 * Load balancers (CLB).
	 *
	 * @param enabled whether they are asked for bound certificates where API 2.0 is
	 * spoken
	 * @param batchSize how many certificates to ask for at once where API 2.0 is spoken;
	 * API 3.0 allows 20, API 2.0 does not say
	 * @param listeners whether their listeners are looked at before a deletion where API
	 * 3.0 is spoken
	 * @param regions the regions whose listeners are looked at, by their long names;
	 * unless set, the public ones of CLB
	 */
	public record Clb(@DefaultValue("true") boolean enabled, @Min(1) @Max(100) @DefaultValue("20") int batchSize,
			@DefaultValue("true") boolean listeners,
			@DefaultValue List<@Pattern(regexp = REGION_FORM) String> regions) {

		/**
		 * The regions of "Request Structure" in the documentation of CLB's API 3.0, but
		 * for those of finance, which have hosts of their own.
		 */
		private static final List<String> REGIONS = List.of("ap-guangzhou", "ap-shanghai", "ap-nanjing", "ap-beijing",
				"ap-chengdu", "ap-chongqing", "ap-hongkong", "ap-singapore", "ap-jakarta", "ap-bangkok", "ap-seoul",
				"ap-tokyo", "na-ashburn", "na-siliconvalley", "sa-saopaulo", "eu-frankfurt");

		/**
		 * Creates the settings.
		 */
		public Clb {
			regions = regions.isEmpty() ? REGIONS : List.copyOf(regions);
		}

	}

	/**
	 * Content delivery network (CDN), where API 2.0 is spoken.
	 *
	 * @param enabled whether it is asked for bound certificates
	 * @param pageSize how many hosts to ask for at once
	 * @param requestsPerMinute how often the hosts may be asked for in a minute; the API
	 * allows 100
	 */
	public record Cdn(@DefaultValue("true") boolean enabled, @Min(1) @Max(1000) @DefaultValue("100") int pageSize,
			@Min(1) @Max(1000000) @DefaultValue("100") int requestsPerMinute) {

	}

	/**
	 * Load balancers of bare metal (BM).
	 *
	 * @param enabled whether they are asked for bound certificates
	 * @param regions the regions to ask; unless set, those in which Tencent sold bare
	 * metal
	 */
	public record Bm(@DefaultValue("true") boolean enabled, @DefaultValue List<String> regions) {

		private static final List<String> REGIONS = List.of("ap-beijing", "ap-shanghai", "ap-guangzhou", "ap-chengdu",
				"ap-chongqing");

		/**
		 * Creates the settings.
		 */
		public Bm {
			regions = regions.isEmpty() ? REGIONS : List.copyOf(regions);
		}

	}

	/**
	 * Tasks that the cloud of API 3.0 carries out by itself.
	 *
	 * @param timeout how long to wait for the resources that use certificates
	 * @param interval the time between two looks
	 */
	public record Task(@DurationMin(millis = 1) @DefaultValue("3m") Duration timeout,
			@DurationMin(millis = 1) @DefaultValue("1s") Duration interval) {

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
