package dev.certdeck.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DomainName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditCsv}.
 */
@Tag("time-zone")
class AuditCsvTests {

	private static final Instant AT = Instant.parse("2026-11-25T02:00:00Z");

	@Test
	void lineHasAValueForEveryHeading() throws IOException {
		StringBuilder csv = new StringBuilder();
		AuditCsv.writeHeadings(csv);
		AuditCsv.write(entry("Ana \"AC\" Costa", "in use by lb-1, lb-2"), csv);
		assertThat(csv.toString().split("\r\n")).containsExactly("\"time\",\"kind\",\"outcome\",\"outcome time\","
				+ "\"person\",\"subject\",\"address\",\"certificate id\",\"names\",\"sha256\",\"valid until\",\"code\","
				+ "\"request id\",\"detail\",\"times\"",
				"\"2026-11-25T02:00:00Z\",\"DELETION\",\"REFUSED\",\"2026-11-25T02:00:00Z\",\"Ana \"\"AC\"\" Costa\","
						+ "\"u-1\",\"192.0.2.7\",\"GjTNRoK7\",\"a.example.com b.example.com\",\"ab\","
						+ "\"2039-01-01T00:00:00Z\",\"5100\",\"r-1\",\"in use by lb-1, lb-2\",\"1\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\r1", "\n1", "\t1", "\uff1d1", "\u22121", "\"=1", "'=1",
			" =1", "\u00a0=1", "\u200b\ufeff=1", "\u201c=1", "\u0000=1", "\ufe0f=1", "\u3164=1" })
	void formulaIsMadeText(String name) throws IOException {
		assertThat(line(name)).contains("\"'" + name.replace("\"", "\"\"") + "\"");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|', delimiter = ' ',
			value = { "Ana;=HYPERLINK(1);a-b Ana;'=HYPERLINK(1);a-b", "a;\"=1 a;'\"\"=1", "a;\"\";=1 a;\"\"\"\";'=1" })
	void formulaAfterASemicolonIsMadeText(String name, String written) throws IOException {
		assertThat(line(name)).contains("\"" + written + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "in use by lb-1; lb-2", "a;b-c", "- ", "Ana-Maria; \"AC\"", "'a", "1-2",
			"m\u00fcnchen \ud83d\ude00" })
	void otherTextIsKept(String name) throws IOException {
		assertThat(line(name)).contains((name.startsWith("-") ? "\"'" : "\"") + name.replace("\"", "\"\"") + "\"");
	}

	/**
	 * Lines of the pieces that attacks are made of, read as spreadsheets read them:
	 * parted at comma, semicolon, tab or several of them, and with text after a closing
	 * quote taken as it stands or, as some do, with further quotes in it counted.
	 */
	@Test
	void noCellBeginsLikeAFormulaWhateverCellsArePartedAt() throws IOException {
		List<String> pieces = List.of("=", "=HYPERLINK(1)", "+", "-", "@", "\uff1d", "\"", "\"\"", "'", ";", "\t", ",",
				"\r", "\n", " ", "\u00a0", "\u200b", "a", "1", "\u201c");
		Random random = new Random(20261127);
		for (int round = 0; round < 2_000; round++) {
			List<String> values = Stream.generate(() -> text(pieces, random)).limit(3).toList();
			StringBuilder csv = new StringBuilder();
			AuditCsv.write(entry(values.get(0), values.get(1), values.get(2)), csv);
			AuditCsv.write(entry(values.get(2), values.get(0), values.get(1)), csv);
			for (String separators : List.of(",", ";", "\t", ",;", ",\t", ";\t", ",;\t")) {
				for (boolean counting : new boolean[] { true, false }) {
					assertThat(CsvCells.of(csv.toString(), separators, counting)).as("%s parted at %s", csv, separators)
						.noneMatch(AuditCsvTests::isFormula);
				}
			}
			List<String> cells = CsvCells.of(csv.toString(), ",", false);
			assertThat(cells).hasSize(2 * 15);
			assertThat(unguarded(cells.get(4))).isEqualTo(unguarded(values.get(0)));
			assertThat(unguarded(cells.get(5))).isEqualTo(unguarded(values.get(1)));
			assertThat(unguarded(cells.get(13))).isEqualTo(unguarded(values.get(2)));
		}
	}

	private static String text(List<String> pieces, Random random) {
		return random.ints(random.nextInt(9), 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
	}

	private static boolean isFormula(String cell) {
		return cell.matches("(?s)(?:[\t\r\n]|[\"\\s\u00a0\u200b\u201c]*[=+\\-@\uff1d]).*");
	}

	private static String unguarded(String value) {
		return value.replace("'", "");
	}

	private static String line(String name) throws IOException {
		StringBuilder csv = new StringBuilder();
		AuditCsv.write(entry(name, "u-1", ""), csv);
		return csv.toString();
	}

	private static AuditEntry entry(String name, String detail) {
		return entry(name, "u-1", detail);
	}

	private static AuditEntry entry(String name, String subject, String detail) {
		return new AuditEntry(1, AuditKind.DELETION, new Actor(subject, name, "192.0.2.7"),
				new CertificateSummary(new CertificateId("GjTNRoK7"),
						List.of(new DomainName("a.example.com"), new DomainName("b.example.com")), "ab",
						Instant.parse("2039-01-01T00:00:00Z"), null),
				new AuditEntry.Timeline(AT, null, AT, 1), null, new AuditResult(AuditOutcome.REFUSED, null,
						new CloudError(Failure.REFUSED, Reason.OTHER, "5100", "r-1", detail), detail));
	}

}
