package dev.certdeck.audit;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.DomainName;

/**
 * Writes entries as CSV (RFC 4180) in which a spreadsheet finds no formulas, with times
 * in UTC (ISO 8601).
 */
final class AuditCsv {

	private static final List<String> HEADINGS = List.of("time", "kind", "outcome", "outcome time", "person", "subject",
			"address", "certificate id", "names", "sha256", "valid until", "code", "request id", "detail", "times");

	private AuditCsv() {
	}

	static void writeHeadings(Appendable out) throws IOException {
		write(HEADINGS.stream(), out);
	}

	static void write(AuditEntry entry, Appendable out) throws IOException {
		Optional<CertificateSummary> certificate = Optional.ofNullable(entry.certificate());
		Optional<CloudError> error = Optional.ofNullable(entry.error());
		write(Stream
			.of(entry.at(), entry.kind(), entry.outcome(), Objects.requireNonNullElse(entry.timeline().endedAt(), ""),
					entry.actor().name(), entry.actor().subject(), entry.actor().address(),
					certificate.map(CertificateSummary::id).map(Objects::toString).orElse(""),
					certificate.map(CertificateSummary::names).map(AuditCsv::joined).orElse(""),
					certificate.map(CertificateSummary::sha256).orElse(""),
					certificate.map(CertificateSummary::expiresAt).map(Objects::toString).orElse(""),
					error.map(CloudError::code).orElse(""), error.map(CloudError::requestId).orElse(""), entry.detail(),
					entry.timeline().times())
			.map(Object::toString), out);
	}

	private static String joined(List<DomainName> names) {
		return names.stream().map(DomainName::ascii).collect(Collectors.joining(" "));
	}

	private static void write(Stream<String> values, Appendable out) throws IOException {
		out.append(values.map(AuditCsv::quoted).collect(Collectors.joining(","))).append("\r\n");
	}

	private static String quoted(String value) {
		return '"' + SpreadsheetText.guarded(value).replace("\"", "\"\"") + '"';
	}

}
