package dev.certdeck.sandbox.v2;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.BeijingTime;
import dev.certdeck.sandbox.cloud.Grade;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Plan;
import dev.certdeck.sandbox.cloud.Project;
import dev.certdeck.sandbox.cloud.Status;
import dev.certdeck.sandbox.cloud.Validity;
import dev.certdeck.sandbox.gateway.JsonObject;

/**
 * A certificate in the answer of CertGetList, with the types that the real answers have:
 * numbers as text, zero dates, nulls.
 */
final class CertificateItem {

	private static final String OWNER = "100001234567";

	/**
	 * The names of the statuses in the international document.
	 */
	private static final List<String> STATUS_NAMES = List.of("verifying", "approved", "verification failed", "expired",
			"Tencent Cloud DNS record has been added", "OV/EV certificate to be submitted", "canceling orders",
			"canceled", "materials submitted and confirmation letter to be uploaded", "revoking", "revoked",
			"reissuing", "revocation confirmation letter to be uploaded", "free certificate to be submitted",
			"refunded", "migrating");

	private CertificateItem() {
	}

	static Map<String, Object> of(HeldCertificate certificate, Instant now) {
		int status = certificate.statusAt(now);
		Validity validity = certificate.validity();
		boolean uploaded = certificate.plan() == Plan.UPLOADED;
		return JsonObject.of("ownerUin", OWNER, "projectId", String.valueOf(certificate.project().id()), "from",
				certificate.product().source(), "type", certificate.product().type(), "certType",
				certificate.type().name(), "productZhName", certificate.product().authority(), "domain",
				certificate.domain(), "alias", certificate.alias(), "status", status, "vulnerability_status",
				"INACTIVE", "statusMsg", null, "verifyType", uploaded ? "" : "DNS_AUTO", "certBeginTime",
				(validity != null) ? BeijingTime.format(validity.begin()) : BeijingTime.ZERO, "certEndTime",
				(validity != null) ? BeijingTime.format(validity.end()) : BeijingTime.ZERO, "validityPeriod",
				String.valueOf(certificate.months()), "insertTime", BeijingTime.format(certificate.appliedAt()),
				"projectInfo", project(certificate.project()), "id", certificate.id(), "subjectAltName",
				certificate.names(), "type_name", certificate.product().title(), "status_name",
				(status < STATUS_NAMES.size()) ? STATUS_NAMES.get(status) : "", "is_vip",
				certificate.plan() == Plan.PAID, "is_dv", certificate.product().grade() == Grade.DV, "is_wildcard",
				certificate.wildcard(), "is_vulnerability", false, "extra", "", "renew_able",
				!uploaded && status == Status.APPROVED);
	}

	private static Map<String, Object> project(Project project) {
		return JsonObject.of("projectId", String.valueOf(project.id()), "ownerUin", 0, "name", project.name(),
				"creatorUin", 0, "createTime", BeijingTime.ZERO, "info", project.description());
	}

}
