package dev.certdeck.tencent.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateDetails;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Project;
import dev.certdeck.certificate.Validity;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads certificates. A row needs an id; any other field that is missing or broken is
 * left out.
 */
public class CertificateReader {

	private static final Log logger = LogFactory.getLog(CertificateReader.class);

	private static final int NO_STATUS = -1;

	private static final int MAX_DISPUTED = 1000;

	private final Dialect dialect;

	private final CloudTime time = new CloudTime();

	private final Set<CertificateId> disputed = ConcurrentHashMap.newKeySet();

	/**
	 * Creates the reader.
	 * @param dialect the dialect in which rows are written
	 */
	public CertificateReader(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Reads a row.
	 * @param row the row, of any form
	 * @return the certificate, or nothing if the row has no id
	 */
	public Optional<Certificate> read(Fields row) {
		CertificateRow certificate = new CertificateRow(row, this.dialect);
		return CertificateId.parse(certificate.text(CertificateField.ID).strip()).map((id) -> read(id, certificate));
	}

	private Certificate read(CertificateId id, CertificateRow row) {
		PlanRule plan = new PlanRule(source(row), row.text(CertificateField.PACKAGE), row.flag(CertificateField.VIP));
		if (plan.isDisputed()) {
			reportDispute(id, plan);
		}
		List<DomainName> names = row.texts(CertificateField.NAMES)
			.stream()
			.map(DomainName::new)
			.filter((name) -> !name.ascii().isEmpty())
			.toList();
		return new Certificate(id, type(row), row.text(CertificateField.ALIAS), domain(row), names, status(row),
				plan.plan(), validity(row), this.time.read(row.text(CertificateField.APPLIED)),
				row.text(CertificateField.AUTHORITY), details(row));
	}

	/**
	 * Reads an id.
	 * @param reply the reply that holds the id
	 * @param fields the fields that hold the id
	 * @return the id
	 * @throws CloudException if there is none
	 */
	public CertificateId id(Reply reply, Fields fields) {
		String id = new CertificateRow(fields, this.dialect).text(CertificateField.ID);
		if (!CertificateId.isValid(id)) {
			throw reply.unintelligible("a certificate without an id");
		}
		return new CertificateId(id);
	}

	/**
	 * Returns the source of a certificate. By API 3.0 a package type that is {@code null}
	 * stands for an upload, unless the source is another.
	 * @param row the row
	 * @return the source, may be empty
	 */
	private String source(CertificateRow row) {
		String source = row.text(CertificateField.SOURCE);
		boolean uploaded = this.dialect == Dialect.V3 && source.isBlank() && row.isNull(CertificateField.PACKAGE);
		return uploaded ? PlanRule.UPLOAD : source;
	}

	private void reportDispute(CertificateId id, PlanRule plan) {
		if (this.disputed.size() < MAX_DISPUTED && this.disputed.add(id)) {
			logger.warn("Certificate %s counts as %s by its package type %s, though its %s is %s".formatted(id,
					plan.plan(), plan.packageType(), CertificateField.VIP.in(this.dialect), plan.vip()));
		}
	}

	private static CertificateType type(CertificateRow row) {
		return row.text(CertificateField.TYPE).equalsIgnoreCase(CertificateType.CA.name()) ? CertificateType.CA
				: CertificateType.SVR;
	}

	private static @Nullable DomainName domain(CertificateRow row) {
		DomainName domain = new DomainName(row.text(CertificateField.DOMAIN));
		return domain.ascii().isEmpty() ? null : domain;
	}

	private static CertificateStatus status(CertificateRow row) {
		Integer status = row.integer(CertificateField.STATUS);
		return new CertificateStatus((status != null) ? status : NO_STATUS);
	}

	private @Nullable Validity validity(CertificateRow row) {
		Instant from = this.time.read(row.time(CertificateField.BEGIN));
		String end = row.time(CertificateField.END);
		Instant until = this.time.read(end);
		boolean unknown = until == null && (!CloudTime.isNone(end) || status(row).equals(CertificateStatus.APPROVED));
		return (from != null || until != null || unknown) ? new Validity(from, until, unknown) : null;
	}

	private CertificateDetails details(CertificateRow row) {
		return new CertificateDetails(row.text(CertificateField.OWNER), row.text(CertificateField.SOURCE),
				row.text(CertificateField.PACKAGE_NAME), row.integer(CertificateField.PACKAGE),
				row.text(CertificateField.VERIFICATION), row.integer(CertificateField.MONTHS),
				row.text(CertificateField.STATUS_NAME), row.text(CertificateField.STATUS_MESSAGE),
				row.text(CertificateField.VULNERABILITY), row.isSet(CertificateField.VIP),
				row.isSet(CertificateField.DOMAIN_VALIDATED), row.isSet(CertificateField.WILDCARD),
				row.isSet(CertificateField.VULNERABILITY_SCAN), project(row));
	}

	private @Nullable Project project(CertificateRow row) {
		CertificateRow project = row.part(CertificateField.PROJECT);
		String id = project.has(CertificateField.PROJECT_ID) ? project.text(CertificateField.PROJECT_ID)
				: row.text(CertificateField.PROJECT_ID);
		if (id.isEmpty()) {
			return null;
		}
		return new Project(id, project.text(CertificateField.PROJECT_NAME), project.text(CertificateField.PROJECT_INFO),
				project.text(CertificateField.PROJECT_OWNER), project.text(CertificateField.PROJECT_CREATOR),
				this.time.read(project.text(CertificateField.PROJECT_CREATED)));
	}

}
