package dev.certdeck.tencent.wire;

/**
 * The fields of a certificate under their names in both dialects ("Getting Certificate
 * List" of API 2.0, "DescribeCertificates" of API 3.0). What has no field here is not
 * read, such as {@code BoundResource}, which is always empty.
 */
enum CertificateField {

	ID("id", "CertificateId"),

	TYPE("certType", "CertificateType"),

	ALIAS("alias", "Alias"),

	DOMAIN("domain", "Domain"),

	NAMES("subjectAltName", "SubjectAltName"),

	STATUS("status", "Status"),

	STATUS_NAME("status_name", "StatusName"),

	STATUS_MESSAGE("statusMsg", "StatusMsg"),

	BEGIN("certBeginTime", "CertBeginTime"),

	END("certEndTime", "CertEndTime"),

	APPLIED("insertTime", "InsertTime"),

	AUTHORITY("productZhName", "ProductZhName"),

	OWNER("ownerUin", "OwnerUin"),

	SOURCE("from", "From"),

	PACKAGE("type", "PackageType"),

	PACKAGE_NAME("type_name", "PackageTypeName"),

	VERIFICATION("verifyType", "VerifyType"),

	MONTHS("validityPeriod", "ValidityPeriod"),

	VULNERABILITY("vulnerability_status", "VulnerabilityStatus"),

	VIP("is_vip", "IsVip"),

	DOMAIN_VALIDATED("is_dv", "IsDv"),

	WILDCARD("is_wildcard", "IsWildcard"),

	VULNERABILITY_SCAN("is_vulnerability", "IsVulnerability"),

	PROJECT("projectInfo", "ProjectInfo"),

	PROJECT_ID("projectId", "ProjectId"),

	PROJECT_NAME("name", "ProjectName"),

	PROJECT_INFO("info", "ProjectResume"),

	PROJECT_OWNER("ownerUin", "OwnerUin"),

	PROJECT_CREATOR("creatorUin", "ProjectCreatorUin"),

	PROJECT_CREATED("createTime", "ProjectCreateTime");

	private final String v2;

	private final String v3;

	CertificateField(String v2, String v3) {
		this.v2 = v2;
		this.v3 = v3;
	}

	String in(Dialect dialect) {
		return (dialect != Dialect.V3) ? this.v2 : this.v3;
	}

}
