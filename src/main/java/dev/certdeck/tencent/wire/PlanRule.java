package dev.certdeck.tencent.wire;

import java.util.Set;

import dev.certdeck.certificate.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Decides the plan of a certificate by its fields, named as in API 2.0. An upload has no
 * package type; of the types only a few are free (API 3.0, "ApplyCertificate");
 * {@code is_vip} tells a paid one (API 3.0, "DescribeCertificateDetail") and decides
 * where the type can't.
 *
 * @param source the field {@code from}
 * @param packageType the field {@code type}, empty where it is null
 * @param vip the field {@code is_vip}, absent if there is none
 */
public record PlanRule(String source, String packageType, @Nullable Boolean vip) {

	static final String UPLOAD = "upload";

	private static final Set<String> FREE_TYPES = Set.of("1", "2", "83");

	/**
	 * Decides the plan. A certificate that was neither uploaded nor has a type is free
	 * only if {@code is_vip} says so: paid has the stricter rules.
	 * @return the plan
	 */
	public Plan plan() {
		if (UPLOAD.equalsIgnoreCase(this.source)) {
			return Plan.UPLOADED;
		}
		if (!this.packageType.isBlank()) {
			return FREE_TYPES.contains(this.packageType.strip()) ? Plan.FREE : Plan.PAID;
		}
		return Boolean.FALSE.equals(this.vip) ? Plan.FREE : Plan.PAID;
	}

	/**
	 * Tells whether {@code is_vip} contradicts the plan.
	 * @return {@code true} for a free certificate that is VIP or a paid one that is not
	 */
	public boolean isDisputed() {
		Plan plan = plan();
		return plan != Plan.UPLOADED && this.vip != null && this.vip != (plan == Plan.PAID);
	}

}
