package dev.certdeck.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditCsv}.
 */
class AuditCsvTests {

	private static final Instant AT = Instant.parse("2026-11-25T02:00:00Z");

	@Test
	void lineHasAValueForEveryHeading() throws IOException {
		StringBuilder csv = new StringBuilder();
		AuditCsv.writeHeadings(csv);
		AuditCsv.write(entry("Ana \"AC\" Costa", "in use by lb-1, lb-2"), csv);
		assertThat(csv.toString().split("\r\n")).containsExactly("\"time\",\"kind\",\"outcome\",\"outcome time\","
				+ "\"person\",\"subject\",\"address\",\"certificate id\",\"names\",\"sha256\",\"valid until\",\"code\","
				+ "\"request id\",\"detail\"",
				"\"2026-11-25T02:00:00Z\",\"DELETION\",\"REFUSED\",\"2026-11-25T02:00:00Z\",\"Ana \"\"AC\"\" Costa\","
						+ "\"u-1\",\"192.0.2.7\",\"GjTNRoK7\",\"a.example.com b.example.com\",\"ab\","
						+ "\"2039-01-01T00:00:00Z\",\"5100\",\"r-1\",\"in use by lb-1, lb-2\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1", "=1;x" })
	void formulaIsMadeText(String name) throws IOException {
		StringBuilder csv = new StringBuilder();
		AuditCsv.write(entry(name, ""), csv);
		assertThat(csv).contains("\"'" + name + "\"");
	}

	@Test
	void formulaAfterASemicolonIsMadeText() throws IOException {
		StringBuilder csv = new StringBuilder();
		AuditCsv.write(entry("Ana;=HYPERLINK(1);a-b", ""), csv);
		assertThat(csv).contains("\"Ana;'=HYPERLINK(1);a-b\"");
	}

	private static AuditEntry entry(String name, String detail) {
		return new AuditEntry(1, AT, AuditKind.DELETION, AuditOutcome.REFUSED, AT, new Actor("u-1", name, "192.0.2.7"),
				new AuditedCertificate(new CertificateId("GjTNRoK7"),
						List.of(new DomainName("a.example.com"), new DomainName("b.example.com")), "ab",
						Instant.parse("2039-01-01T00:00:00Z"), null),
				new AuditEntry.Remark(Reason.OTHER, "5100", "r-1", detail), null, null);
	}

}
