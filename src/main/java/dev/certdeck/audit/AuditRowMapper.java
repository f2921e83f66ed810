package dev.certdeck.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DomainName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/**
 * Reads a row of the audit trail.
 */
class AuditRowMapper implements RowMapper<AuditEntry> {

	@Override
	public AuditEntry mapRow(ResultSet row, int number) throws SQLException {
		AuditEntry.Timeline timeline = new AuditEntry.Timeline(Objects.requireNonNull(instant(row, "at")),
				instant(row, "sent_at"), instant(row, "ended_at"), row.getInt("times"));
		CertificateSummary certificate = certificate(row);
		return new AuditEntry(row.getLong("id"), AuditKind.of(row.getString("kind")),
				new Actor(row.getString("subject"), row.getString("person"), row.getString("address")), certificate,
				timeline, row.getString("task"), result(row, (certificate != null) ? certificate.id() : null));
	}

	private static AuditResult result(ResultSet row, @Nullable CertificateId id) throws SQLException {
		AuditOutcome outcome = AuditOutcome.valueOf(row.getString("outcome"));
		Reason reason = reason(row.getString("reason"));
		String code = text(row, "code");
		String detail = text(row, "detail");
		// The cloud answers a code only to what it refuses or holds back.
		Failure failure = (outcome == AuditOutcome.FAILED) ? Failure.THROTTLED : Failure.REFUSED;
		CloudError error = (code.isEmpty() && reason == Reason.OTHER) ? null
				: new CloudError(failure, reason, code, text(row, "request_id"), detail);
		return new AuditResult(outcome, (outcome == AuditOutcome.DONE) ? id : null, error, detail);
	}

	private static @Nullable CertificateSummary certificate(ResultSet row) throws SQLException {
		String names = row.getString("names");
		if (names == null) {
			return null;
		}
		CertificateId id = Optional.ofNullable(row.getString("certificate_id"))
			.flatMap(CertificateId::parse)
			.orElse(null);
		return new CertificateSummary(id, names.lines().map(DomainName::new).toList(), row.getString("fingerprint"),
				instant(row, "expires_at"), row.getString("chain"));
	}

	private static Reason reason(@Nullable String name) {
		return Arrays.stream(Reason.values())
			.filter((reason) -> reason.name().equals(name))
			.findFirst()
			.orElse(Reason.OTHER);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNullElse(row.getString(column), "");
	}

}
