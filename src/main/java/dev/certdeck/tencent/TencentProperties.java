package dev.certdeck.tencent;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.certdeck.tencent.signing.Credentials;
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
 * @param secretId SecretId of the account or sub-account
 * @param secretKey SecretKey that belongs to the SecretId
 * @param token token of temporary credentials
 * @param region common parameter Region of calls that do not depend on a region
 * @param endpoint URL of the API, with {module} for wss, lb, cdn and bmlb
 * @param connectTimeout how long one connection may take to open
 * @param responseTimeout how long one try may take, to the last byte of the answer
 * @param callTimeout how long a whole call may take, with all its tries and waits
 * @param retries how often a failed read is repeated; uploads and deletions never are
 * @param backoff wait before the first repetition; it doubles with each
 * @param requestsPerSecond how often an action may be called in a second
 * @param parallelism how many calls about bound resources are made at once
 * @param maxAnswerSize largest answer to read
 * @param clb load balancers (CLB)
 * @param cdn content delivery network (CDN)
 * @param bm load balancers of bare metal (BM)
 */
@ConfigurationProperties("certdeck.tencent")
@Validated
public record TencentProperties(@Nullable String secretId, @Nullable String secretKey, @Nullable String token,
		@DefaultValue("ap-guangzhou") String region,
		@Pattern(regexp = URL_FORM) @DefaultValue(ENDPOINT) String endpoint,
		@DurationMin(millis = 1) @DefaultValue("5s") Duration connectTimeout,
		@DurationMin(millis = 1) @DefaultValue("15s") Duration responseTimeout,
		@DurationMin(millis = 1) @DefaultValue("45s") Duration callTimeout,
		@Min(0) @Max(10) @DefaultValue("2") int retries,
		@DurationMin(millis = 0) @DefaultValue("200ms") Duration backoff,
		@Min(1) @Max(1000000) @DefaultValue("10") int requestsPerSecond,
		@Min(1) @Max(64) @DefaultValue("4") int parallelism, @DefaultValue("16MB") DataSize maxAnswerSize,
		@Valid @DefaultValue Clb clb, @Valid @DefaultValue Cdn cdn, @Valid @DefaultValue Bm bm) {

	private static final String ENDPOINT = "https://{module}.api.qcloud.com/v2/index.php";

	private static final String URL_FORM = "https?://[^/?#\\s]+/[^?#\\s]*";

	private static final String CDN_ACTION = "DescribeCdnHosts";

	/**
	 * Returns the credentials as far as they are set.
	 * @return the credentials, with empty texts for what is missing
	 */
	public Credentials credentials() {
		String plainToken = stripped(this.token);
		return new Credentials(stripped(this.secretId), stripped(this.secretKey),
				plainToken.isEmpty() ? null : plainToken);
	}

	/**
	 * Returns the limits of each call.
	 * @return the limits
	 */
	public CallLimits limits() {
		return new CallLimits(this.connectTimeout, this.responseTimeout, this.callTimeout, this.retries, this.backoff,
				this.requestsPerSecond, Map.of(CDN_ACTION, this.cdn.requestsPerMinute()),
				Math.toIntExact(this.maxAnswerSize.toBytes()));
	}

	private static String stripped(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

	/**
	 * Describes the settings without any secret.
	 */
	@Override
	public String toString() {
		return "TencentProperties[endpoint=%s, region=%s]".formatted(this.endpoint, this.region);
	}

	/**
	 * Load balancers (CLB).
	 *
	 * @param enabled whether they are asked for bound certificates
	 * @param batchSize how many certificates to ask for at once; API 3.0 allows 20, API
	 * 2.0 does not say
	 */
	public record Clb(@DefaultValue("true") boolean enabled, @Min(1) @Max(100) @DefaultValue("20") int batchSize) {

	}

	/**
	 * Content delivery network (CDN).
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
	 * @param regions the regions to ask, as API 2.0 names them; unless set, those in
	 * which Tencent sold bare metal: bj, sh, gz, cd, cq
	 */
	public record Bm(@DefaultValue("true") boolean enabled, @DefaultValue List<String> regions) {

		private static final List<String> REGIONS = List.of("bj", "sh", "gz", "cd", "cq");

		/**
		 * Creates the settings.
		 */
		public Bm {
			regions = regions.isEmpty() ? REGIONS : List.copyOf(regions);
		}

	}

}
