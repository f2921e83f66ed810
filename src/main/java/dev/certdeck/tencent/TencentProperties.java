package dev.certdeck.tencent;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How lists of certificates and bound resources are read from Tencent Cloud.
 *
 * @param parallelism how many pages of a list are read, or calls about bound resources
 * made, at once
 * @param pageSize how many certificates to ask for at once; unless set, the most that the
 * API allows: 100 in API 2.0, 1000 in API 3.0
 * @param task tasks that the cloud carries out by itself
 * @param clb load balancers (CLB)
 * @param cdn content delivery network (CDN)
 * @param bm load balancers of bare metal (BM)
 */
@ConfigurationProperties("certdeck.tencent")
@Validated
public record TencentProperties(@Min(1) @Max(64) @DefaultValue("4") int parallelism,
		@Nullable @Min(1) @Max(1000) Integer pageSize, @Valid @DefaultValue Task task, @Valid @DefaultValue Clb clb,
		@Valid @DefaultValue Cdn cdn, @Valid @DefaultValue Bm bm) {

	private static final String REGION_FORM = "[a-z]{2}(-[a-z0-9]+)+";

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

}
