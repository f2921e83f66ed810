package dev.certdeck.sandbox.v3;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.certdeck.sandbox.cloud.BeijingTime;
import dev.certdeck.sandbox.cloud.Grade;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Plan;
import dev.certdeck.sandbox.cloud.Project;
import dev.certdeck.sandbox.cloud.Status;
import dev.certdeck.sandbox.cloud.Validity;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in the answers of API 3.0. What uses it is never told here: the field
 * BoundResource is always empty.
 *
 * @param clock tells what has expired
 */
record CertificateFields(Supplier<Instant> clock) {

	private static final String OWNER = "100001234567";

	private static final Duration SOON = Duration.ofDays(30);

	private static final Duration VALIDATION = Duration.ofDays(7);

	private static final List<String> STATUS_NAMES = List.of("审核中", "证书已颁发", "审核失败", "已过期", "自动添加DNS记录", "企业证书，待提交资料",
			"订单取消中", "已取消", "已提交资料，待上传确认函", "证书吊销中", "已吊销", "重颁发中", "待上传吊销确认函", "免费证书待提交资料", "证书已退款", "证书迁移中");

	static @Nullable Instant end(HeldCertificate certificate) {
		return (certificate.validity() != null) ? certificate.validity().end() : null;
	}

	int status(HeldCertificate certificate) {
		return certificate.statusAt(this.clock.get());
	}

	boolean expiring(HeldCertificate certificate) {
		Instant end = end(certificate);
		return end != null && status(certificate) == Status.APPROVED
				&& Duration.between(this.clock.get(), end).compareTo(SOON) <= 0;
	}

	/**
	 * A certificate in a list.
	 * @param certificate the certificate
	 * @return its fields
	 */
	Map<String, Object> listed(HeldCertificate certificate) {
		Map<String, Object> fields = common(certificate);
		fields.put("PackageTypeName", certificate.product().title());
		fields.put("SubjectAltName", certificate.names());
		fields.put("CertSANs", certificate.names());
		fields.put("ProjectInfo", project(certificate.project()));
		fields.put("BoundResource", List.of());
		fields.put("IsExpiring", expiring(certificate));
		fields.put("IsIgnore", false);
		fields.put("IsSM", false);
		fields.put("AutoRenewFlag", 0);
		fields.put("HostingStatus", -1);
		fields.put("HasRenewOrder", "");
		fields.put("DVAuthDeadline", deadline(certificate));
		fields.put("ValidationPassedTime", "--");
		fields.put("CertRevokedTime", null);
		fields.put("KeyPasswordCustomFlag", false);
		return fields;
	}

	/**
	 * What every answer tells about a certificate.
	 * @param certificate the certificate
	 * @return the fields
	 */
	Map<String, Object> common(HeldCertificate certificate) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("OwnerUin", OWNER);
		fields.put("ProjectId", String.valueOf(certificate.project().id()));
		fields.put("From", certificate.product().source());
		fields.put("PackageType", certificate.product().type());
		fields.put("CertificateType", certificate.type().name());
		fields.put("ProductZhName", certificate.authority());
		fields.put("Domain", certificate.domain());
		fields.put("Alias", certificate.alias());
		fields.put("CertificateId", certificate.id());
		fields.put("VulnerabilityStatus", "INACTIVE");
		fields.put("StatusMsg", null);
		fields.put("VerifyType", (certificate.plan() != Plan.UPLOADED) ? "DNS_AUTO" : "");
		fields.put("CertificateExtra", extra(certificate));
		fields.put("Tags", List.of());
		putTimes(fields, certificate);
		putFlags(fields, certificate);
		return fields;
	}

	private static void putTimes(Map<String, Object> fields, HeldCertificate certificate) {
		Validity validity = certificate.validity();
		fields.put("CertBeginTime", (validity != null) ? BeijingTime.format(validity.begin()) : null);
		fields.put("CertEndTime", (validity != null) ? BeijingTime.format(validity.end()) : null);
		fields.put("ValidityPeriod", String.valueOf(certificate.months()));
		fields.put("InsertTime", BeijingTime.format(certificate.appliedAt()));
	}

	private void putFlags(Map<String, Object> fields, HeldCertificate certificate) {
		int status = status(certificate);
		fields.put("Status", status);
		fields.put("StatusName", (status < STATUS_NAMES.size()) ? STATUS_NAMES.get(status) : "");
		fields.put("IsVip", certificate.plan() == Plan.PAID);
		fields.put("IsDv", certificate.product().grade() == Grade.DV);
		fields.put("IsWildcard", certificate.wildcard());
		fields.put("IsVulnerability", false);
		fields.put("RenewAble", certificate.plan() != Plan.UPLOADED && status == Status.APPROVED);
		fields.put("Deployable", status == Status.APPROVED);
	}

	private static Map<String, Object> extra(HeldCertificate certificate) {
		Map<String, Object> extra = new LinkedHashMap<>();
		extra.put("DomainNumber", String.valueOf(certificate.names().size()));
		extra.put("OriginCertificateId", null);
		extra.put("ReplacedBy", null);
		extra.put("ReplacedFor", null);
		extra.put("RenewOrder", null);
		extra.put("SMCert", 0);
		extra.put("CompanyType", null);
		return extra;
	}

	private static @Nullable String deadline(HeldCertificate certificate) {
		return (certificate.plan() != Plan.UPLOADED) ? BeijingTime.format(certificate.appliedAt().plus(VALIDATION))
				: null;
	}

	private static Map<String, Object> project(Project project) {
		Map<String, Object> info = new LinkedHashMap<>();
		info.put("ProjectId", String.valueOf(project.id()));
		info.put("OwnerUin", 0);
		info.put("ProjectName", project.name());
		info.put("ProjectCreatorUin", 0);
		info.put("ProjectCreateTime", BeijingTime.ZERO);
		info.put("ProjectResume", project.description());
		return info;
	}

}
