package dev.certdeck.tencent.v2;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Particulars;
import dev.certdeck.certificate.Project;
import dev.certdeck.certificate.Validity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rows of "Getting Certificate List". A row must have an id; whatever else is
 * missing or broken costs only the field.
 */
class CertificateReader {

	private static final Logger logger = LoggerFactory.getLogger(CertificateReader.class);

	private static final int NO_STATUS = -1;

	private static final int MAX_DISPUTED = 1000;

	private final CloudTime time = new CloudTime();

	private final Set<CertificateId> disputed = ConcurrentHashMap.newKeySet();

	/**
	 * Reads a row.
	 * @param reply the reply that holds the row
	 * @param row the row
	 * @return the certificate
	 * @throws CloudException if the row has no id
	 */
	Certificate read(Reply reply, Fields row) {
		CertificateId id = id(reply, row);
		PlanRule plan = new PlanRule(row.text("from"), row.text("type"), row.flag("is_vip"));
		if (plan.isDisputed()) {
			reportDispute(id, plan);
		}
		List<DomainName> names = row.texts("subjectAltName").stream().map(DomainName::new).toList();
		return new Certificate(id, type(row), row.text("alias"), domain(row), names, status(row), plan.plan(),
				validity(row), this.time.read(row.text("insertTime")), row.text("productZhName"), particulars(row));
	}

	/**
	 * Reads an id.
	 * @param reply the reply that holds the id
	 * @param fields the fields that hold the id
	 * @return the id
	 * @throws CloudException if there is none
	 */
	CertificateId id(Reply reply, Fields fields) {
		String id = fields.text("id");
		if (!CertificateId.isValid(id)) {
			throw reply.unintelligible("a certificate without an id");
		}
		return new CertificateId(id);
	}

	private void reportDispute(CertificateId id, PlanRule plan) {
		if (this.disputed.size() < MAX_DISPUTED && this.disputed.add(id)) {
			logger.warn("Certificate {} counts as {} by its package type {}, though its is_vip is {}", id, plan.plan(),
					plan.packageType(), plan.vip());
		}
	}

	private static CertificateType type(Fields row) {
		return row.text("certType").equalsIgnoreCase(CertificateType.CA.name()) ? CertificateType.CA
				: CertificateType.SVR;
	}

	private static @Nullable DomainName domain(Fields row) {
		String domain = row.text("domain");
		return domain.isBlank() ? null : new DomainName(domain);
	}

	private static CertificateStatus status(Fields row) {
		Integer status = row.integer("status");
		return new CertificateStatus((status != null) ? status : NO_STATUS);
	}

	private @Nullable Validity validity(Fields row) {
		Instant from = this.time.read(row.text("certBeginTime"));
		Instant until = this.time.read(row.text("certEndTime"));
		return (from != null && until != null) ? new Validity(from, until) : null;
	}

	private Particulars particulars(Fields row) {
		return new Particulars(row.text("ownerUin"), row.text("from"), row.text("type_name"), row.integer("type"),
				row.text("verifyType"), row.integer("validityPeriod"), row.text("status_name"), row.text("statusMsg"),
				row.text("vulnerability_status"), isSet(row, "is_vip"), isSet(row, "is_dv"), isSet(row, "is_wildcard"),
				isSet(row, "is_vulnerability"), project(row));
	}

	private static boolean isSet(Fields row, String name) {
		return Boolean.TRUE.equals(row.flag(name));
	}

	private @Nullable Project project(Fields row) {
		Fields project = row.object("projectInfo");
		String id = project.has("projectId") ? project.text("projectId") : row.text("projectId");
		if (id.isEmpty()) {
			return null;
		}
		return new Project(id, project.text("name"), project.text("info"), project.text("ownerUin"),
				project.text("creatorUin"), this.time.read(project.text("createTime")));
	}

}
