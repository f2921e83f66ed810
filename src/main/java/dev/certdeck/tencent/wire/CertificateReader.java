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

	private static final int LONGEST_TEXT = 1000;

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
	 * @param row the row, whatever it is
	 * @return the certificate, or nothing if the row has no id
	 */
	public Optional<Certificate> read(Fields row) {
		return CertificateId.parse(text(row, CertificateField.ID).strip()).map((id) -> read(id, row));
	}

	private Certificate read(CertificateId id, Fields row) {
		PlanRule plan = new PlanRule(source(row), text(row, CertificateField.PACKAGE), flag(row, CertificateField.VIP));
		if (plan.isDisputed()) {
			reportDispute(id, plan);
		}
		List<DomainName> names = row.texts(name(CertificateField.NAMES))
			.stream()
			.map(DomainName::new)
			.filter((name) -> !name.ascii().isEmpty())
			.toList();
		return new Certificate(id, type(row), text(row, CertificateField.ALIAS), domain(row), names, status(row),
				plan.plan(), validity(row), this.time.read(text(row, CertificateField.APPLIED)),
				text(row, CertificateField.AUTHORITY), details(row));
	}

	/**
	 * Reads an id.
	 * @param reply the reply that holds the id
	 * @param fields the fields that hold the id
	 * @return the id
	 * @throws CloudException if there is none
	 */
	public CertificateId id(Reply reply, Fields fields) {
		String id = text(fields, CertificateField.ID);
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
	private String source(Fields row) {
		String source = text(row, CertificateField.SOURCE);
		String type = name(CertificateField.PACKAGE);
		boolean uploaded = this.dialect == Dialect.V3 && source.isBlank() && row.has(type) && row.isAbsent(type);
		return uploaded ? PlanRule.UPLOAD : source;
	}

	private void reportDispute(CertificateId id, PlanRule plan) {
		if (this.disputed.size() < MAX_DISPUTED && this.disputed.add(id)) {
			logger.warn("Certificate %s counts as %s by its package type %s, though its %s is %s".formatted(id,
					plan.plan(), plan.packageType(), name(CertificateField.VIP), plan.vip()));
		}
	}

	private CertificateType type(Fields row) {
		return text(row, CertificateField.TYPE).equalsIgnoreCase(CertificateType.CA.name()) ? CertificateType.CA
				: CertificateType.SVR;
	}

	private @Nullable DomainName domain(Fields row) {
		DomainName domain = new DomainName(text(row, CertificateField.DOMAIN));
		return domain.ascii().isEmpty() ? null : domain;
	}

	private CertificateStatus status(Fields row) {
		Integer status = integer(row, CertificateField.STATUS);
		return new CertificateStatus((status != null) ? status : NO_STATUS);
	}

	private @Nullable Validity validity(Fields row) {
		Instant from = this.time.read(time(row, CertificateField.BEGIN));
		String end = time(row, CertificateField.END);
		Instant until = this.time.read(end);
		boolean unknown = until == null && (!CloudTime.isNone(end) || status(row).equals(CertificateStatus.APPROVED));
		return (from != null || until != null || unknown) ? new Validity(from, until, unknown) : null;
	}

	/**
	 * Returns the text of a time. Several values in its place must not count as none.
	 * @param row the row
	 * @param field the time
	 * @return the text, one that can't be read if there are several values
	 */
	private String time(Fields row, CertificateField field) {
		return row.isNested(name(field)) ? "[...]" : text(row, field);
	}

	private CertificateDetails details(Fields row) {
		return new CertificateDetails(text(row, CertificateField.OWNER), text(row, CertificateField.SOURCE),
				text(row, CertificateField.PACKAGE_NAME), integer(row, CertificateField.PACKAGE),
				text(row, CertificateField.VERIFICATION), integer(row, CertificateField.MONTHS),
				text(row, CertificateField.STATUS_NAME), text(row, CertificateField.STATUS_MESSAGE),
				text(row, CertificateField.VULNERABILITY), isSet(row, CertificateField.VIP),
				isSet(row, CertificateField.DOMAIN_VALIDATED), isSet(row, CertificateField.WILDCARD),
				isSet(row, CertificateField.VULNERABILITY_SCAN), project(row));
	}

	private boolean isSet(Fields row, CertificateField field) {
		return Boolean.TRUE.equals(flag(row, field));
	}

	private @Nullable Project project(Fields row) {
		Fields project = row.object(name(CertificateField.PROJECT));
		String id = project.has(name(CertificateField.PROJECT_ID)) ? text(project, CertificateField.PROJECT_ID)
				: text(row, CertificateField.PROJECT_ID);
		if (id.isEmpty()) {
			return null;
		}
		return new Project(id, text(project, CertificateField.PROJECT_NAME),
				text(project, CertificateField.PROJECT_INFO), text(project, CertificateField.PROJECT_OWNER),
				text(project, CertificateField.PROJECT_CREATOR),
				this.time.read(text(project, CertificateField.PROJECT_CREATED)));
	}

	private String text(Fields fields, CertificateField field) {
		String text = fields.text(name(field));
		return (text.length() <= LONGEST_TEXT) ? text : text.substring(0, LONGEST_TEXT) + "\u2026";
	}

	private @Nullable Integer integer(Fields fields, CertificateField field) {
		return fields.integer(name(field));
	}

	private @Nullable Boolean flag(Fields fields, CertificateField field) {
		return fields.flag(name(field));
	}

	private String name(CertificateField field) {
		return field.in(this.dialect);
	}

}
