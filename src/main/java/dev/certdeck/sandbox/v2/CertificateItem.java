package dev.certdeck.sandbox.v2;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.certdeck.sandbox.cloud.BeijingTime;
import dev.certdeck.sandbox.cloud.Grade;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Plan;
import dev.certdeck.sandbox.cloud.Project;
import dev.certdeck.sandbox.cloud.Status;
import dev.certdeck.sandbox.cloud.Validity;

/**
 * A certificate in the answer of CertGetList, with the types that the real answers have:
 * numbers as text, zero dates, nulls.
 */
final class CertificateItem {

	private static final String OWNER = "100001234567";

	private CertificateItem() {
	}

	static Map<String, Object> of(HeldCertificate certificate, Instant now) {
		int status = certificate.statusAt(now);
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("ownerUin", OWNER);
		item.put("projectId", String.valueOf(certificate.project().id()));
		item.put("from", certificate.product().source());
		item.put("type", certificate.product().type());
		item.put("certType", certificate.type().name());
		item.put("productZhName", certificate.authority());
		item.put("domain", certificate.domain());
		item.put("alias", certificate.alias());
		item.put("status", status);
		item.put("vulnerability_status", "INACTIVE");
		item.put("statusMsg", null);
		item.put("verifyType", (certificate.plan() != Plan.UPLOADED) ? "DNS_AUTO" : "");
		putTimes(item, certificate);
		item.put("projectInfo", project(certificate.project()));
		item.put("id", certificate.id());
		item.put("subjectAltName", certificate.names());
		putFlags(item, certificate, status);
		return item;
	}

	private static void putTimes(Map<String, Object> item, HeldCertificate certificate) {
		Validity validity = certificate.validity();
		item.put("certBeginTime", (validity != null) ? BeijingTime.format(validity.begin()) : BeijingTime.ZERO);
		item.put("certEndTime", (validity != null) ? BeijingTime.format(validity.end()) : BeijingTime.ZERO);
		item.put("validityPeriod", String.valueOf(certificate.months()));
		item.put("insertTime", BeijingTime.format(certificate.appliedAt()));
	}

	private static Map<String, Object> project(Project project) {
		Map<String, Object> info = new LinkedHashMap<>();
		info.put("projectId", String.valueOf(project.id()));
		info.put("ownerUin", 0);
		info.put("name", project.name());
		info.put("creatorUin", 0);
		info.put("createTime", BeijingTime.ZERO);
		info.put("info", project.description());
		return info;
	}

	private static void putFlags(Map<String, Object> item, HeldCertificate certificate, int status) {
		item.put("type_name", certificate.product().title());
		item.put("status_name", statusName(status));
		item.put("is_vip", certificate.plan() == Plan.PAID);
		item.put("is_dv", certificate.product().grade() == Grade.DV);
		item.put("is_wildcard", certificate.wildcard());
		item.put("is_vulnerability", false);
		item.put("extra", "");
		item.put("renew_able", certificate.plan() != Plan.UPLOADED && status == Status.APPROVED);
	}

	/**
	 * The status in words, in English as in the international document.
	 * @param status the number of the status
	 * @return the words, empty for a number that no document lists
	 */
	private static String statusName(int status) {
		return switch (status) {
			case Status.VERIFYING -> "verifying";
			case Status.APPROVED -> "approved";
			case Status.FAILED -> "verification failed";
			case Status.EXPIRED -> "expired";
			case Status.DNS_RECORD_ADDED -> "Tencent Cloud DNS record has been added";
			case Status.MATERIALS_MISSING -> "OV/EV certificate to be submitted";
			case Status.CANCELLING -> "canceling orders";
			case Status.CANCELLED -> "canceled";
			case Status.LETTER_MISSING -> "materials submitted and confirmation letter to be uploaded";
			case Status.REVOKING -> "revoking";
			case Status.REVOKED -> "revoked";
			case Status.REISSUING -> "reissuing";
			case Status.REVOCATION_LETTER_MISSING -> "revocation confirmation letter to be uploaded";
			case Status.FREE_MATERIALS_MISSING -> "free certificate to be submitted";
			case Status.REFUNDED -> "refunded";
			case Status.MIGRATING -> "migrating";
			default -> "";
		};
	}

}
