package dev.certdeck.sandbox.v3;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.certdeck.sandbox.cloud.BeijingTime;
import dev.certdeck.sandbox.cloud.ChainLink;
import dev.certdeck.sandbox.cloud.Grade;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Material;
import dev.certdeck.sandbox.cloud.Plan;
import dev.certdeck.sandbox.cloud.Project;
import dev.certdeck.sandbox.cloud.Status;
import dev.certdeck.sandbox.cloud.Validity;
import dev.certdeck.sandbox.gateway.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in answers of API 3.0, whose field BoundResource is always empty.
 *
 * @param clock tells what has expired
 */
record CertificateFields(Supplier<Instant> clock) {

	private static final String OWNER = "100001234567";

	private static final Duration SOON = Duration.ofDays(30);

	private static final Duration VALIDATION = Duration.ofDays(7);

	private static final int SEVERAL_NAMES = 1;

	private static final int WILDCARD = 2;

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
	 * Returns a certificate as in a list.
	 * @param certificate the certificate
	 * @return its fields
	 */
	Map<String, Object> listed(HeldCertificate certificate) {
		Map<String, Object> fields = common(certificate);
		fields.putAll(JsonObject.of("PackageTypeName", certificate.product().title(), "SubjectAltName",
				certificate.names(), "CertSANs", certificate.names(), "ProjectInfo", project(certificate.project()),
				"BoundResource", List.of(), "IsExpiring", expiring(certificate), "IsIgnore", false, "IsSM", false,
				"AutoRenewFlag", 0, "HostingStatus", -1, "HasRenewOrder", "", "DVAuthDeadline", deadline(certificate),
				"ValidationPassedTime", "--", "CertRevokedTime", null, "KeyPasswordCustomFlag", false));
		return fields;
	}

	/**
	 * Returns a certificate with all details, the private key included. Its names are
	 * without the primary one.
	 * @param certificate the certificate
	 * @param material its chain and key, {@code null} as long as nothing is issued
	 * @return its fields
	 */
	Map<String, Object> detailed(HeldCertificate certificate, @Nullable Material material) {
		List<String> names = certificate.names();
		List<ChainLink> links = (material != null) ? material.links() : List.of();
		Map<String, Object> fields = common(certificate);
		fields.putAll(JsonObject.of("SubjectAltName", names.subList(1, names.size()), "OrderId", null, "DvAuthDetail",
				null, "VulnerabilityReport", null, "SubmittedData", null, "TypeName", certificate.product().title(),
				"CertificatePublicKey", (material != null) ? material.chain() : null, "CertificatePrivateKey",
				(material != null) ? material.key() : null, "CertFingerprint",
				links.isEmpty() ? "" : links.get(0).fingerprint(), "CertChainInfo",
				links.stream().map(CertificateFields::link).toList(), "EncryptCert", "", "EncryptPrivateKey", "",
				"RootCert", Map.of(), "DomainType", domainType(certificate), "CertType",
				certificate.product().grade().name()));
		return fields;
	}

	private static int domainType(HeldCertificate certificate) {
		int several = (certificate.names().size() > 1) ? SEVERAL_NAMES : 0;
		return 1 + several + (certificate.wildcard() ? WILDCARD : 0);
	}

	private static Map<String, Object> link(ChainLink link) {
		return JsonObject.of("Issuer", link.issuer(), "Subject", link.subject(), "Fingerprint", link.fingerprint(),
				"ValidFrom", BeijingTime.format(link.validity().begin()), "ValidTo",
				BeijingTime.format(link.validity().end()));
	}

	private Map<String, Object> common(HeldCertificate certificate) {
		Validity validity = certificate.validity();
		int status = status(certificate);
		boolean uploaded = certificate.plan() == Plan.UPLOADED;
		return JsonObject.of("OwnerUin", OWNER, "ProjectId", String.valueOf(certificate.project().id()), "From",
				certificate.product().source(), "PackageType", certificate.product().type(), "CertificateType",
				certificate.type().name(), "ProductZhName", certificate.product().authority(), "Domain",
				certificate.domain(), "Alias", certificate.alias(), "CertificateId", certificate.id(),
				"VulnerabilityStatus", "INACTIVE", "StatusMsg", null, "VerifyType", uploaded ? "" : "DNS_AUTO",
				"CertificateExtra", extra(certificate), "Tags", List.of(), "CertBeginTime",
				(validity != null) ? BeijingTime.format(validity.begin()) : null, "CertEndTime",
				(validity != null) ? BeijingTime.format(validity.end()) : null, "ValidityPeriod",
				String.valueOf(certificate.months()), "InsertTime", BeijingTime.format(certificate.appliedAt()),
				"Status", status, "StatusName", (status < STATUS_NAMES.size()) ? STATUS_NAMES.get(status) : "", "IsVip",
				certificate.plan() == Plan.PAID, "IsDv", certificate.product().grade() == Grade.DV, "IsWildcard",
				certificate.wildcard(), "IsVulnerability", false, "RenewAble", !uploaded && status == Status.APPROVED,
				"Deployable", status == Status.APPROVED);
	}

	private static Map<String, Object> extra(HeldCertificate certificate) {
		return JsonObject.of("DomainNumber", String.valueOf(certificate.names().size()), "OriginCertificateId", null,
				"ReplacedBy", null, "ReplacedFor", null, "RenewOrder", null, "SMCert", 0, "CompanyType", null);
	}

	private static @Nullable String deadline(HeldCertificate certificate) {
		return (certificate.plan() != Plan.UPLOADED) ? BeijingTime.format(certificate.appliedAt().plus(VALIDATION))
				: null;
	}

	private static Map<String, Object> project(Project project) {
		return JsonObject.of("ProjectId", String.valueOf(project.id()), "OwnerUin", 0, "ProjectName", project.name(),
				"ProjectCreatorUin", 0, "ProjectCreateTime", BeijingTime.ZERO, "ProjectResume", project.description());
	}

}
