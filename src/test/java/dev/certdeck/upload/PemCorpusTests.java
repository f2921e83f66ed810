package dev.certdeck.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.Deadline;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.Input;
import dev.certdeck.pki.ParsedInput;
import dev.certdeck.pki.Passphrase;
import dev.certdeck.pki.key.Pairing;
import dev.certdeck.upload.validation.UploadForm;
import dev.certdeck.upload.validation.UploadValidator;
import dev.certdeck.upload.validation.ValidationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Validates a corpus of other projects' certificates and keys, where there is one, and
 * prints what came of it.
 */
class PemCorpusTests {

	private static final Path CORPUS = Path
		.of(System.getProperty("certdeck.test.pem-corpus", "../shared/data/pem-corpus"));

	private static final Set<String> ENCRYPTED = Set.of("passphrase-missing", "password-missing");

	private static final Map<String, Row> INDEX = new HashMap<>();

	@BeforeAll
	static void readIndex() {
		assumeThat(CORPUS.resolve("INDEX.tsv"))
			.as("skipped: set the system property certdeck.test.pem-corpus to the folder of the corpus")
			.exists();
		rows("INDEX.tsv").forEach((row) -> INDEX.put(row[0],
				new Row(row[0], row[1], row[3], row[4], row[6].equals("(empty)") ? "" : row[6])));
	}

	@Test
	void everyFileGetsAResult() {
		validate(INDEX.values().iterator().next().path(), "", "");
		List<Long> times = new ArrayList<>();
		for (Row row : INDEX.values()) {
			times.add(micros(row, row.path(), ""));
			times.add(micros(row, "", row.path()));
		}
		Collections.sort(times);
		System.out.printf("PEM corpus: %d files in %d results, %d us at the median, %d us at p99, %d us at most%n",
				INDEX.size(), times.size(), times.get(times.size() / 2), times.get(times.size() * 99 / 100),
				times.get(times.size() - 1));
	}

	private static long micros(Row row, String chain, String key) {
		long start = System.nanoTime();
		ValidationResult result = validate(chain, key, row.password());
		long taken = System.nanoTime() - start;
		assertThat(result.findings()).as(row.path()).isNotEmpty();
		return taken / 1000;
	}

	@Test
	void whatOpenSslReadsIsRead() {
		assertThat(share("certificates and chains", List.of("cert", "chain"),
				(row) -> !row.says("malformed") && !row.says("refuses"),
				(parsed) -> !parsed.certificates().isEmpty() && !has(parsed, FindingCode.UNREADABLE_CERTIFICATE)))
			.isGreaterThan(0.97);
		assertThat(share("plain keys", List.of("key"), (row) -> row.isReadable() && !row.isEncrypted(),
				(parsed) -> !parsed.keys().isEmpty() && !has(parsed, FindingCode.DAMAGED_KEY)))
			.isGreaterThan(0.985);
		assertThat(share("encrypted keys", List.of("key"), (row) -> row.isReadable() && row.isEncrypted(),
				(parsed) -> !parsed.keys().isEmpty()))
			.isGreaterThan(0.93);
		assertThat(share("PKCS#12 files", List.of("pkcs12"), (row) -> true,
				(parsed) -> parsed.certificates().size() + parsed.keys().size() > 0))
			.isEqualTo(1);
		share("Java key stores", List.of("jks"), (row) -> true,
				(parsed) -> parsed.certificates().size() + parsed.keys().size() > 0);
		share("PKCS#7 bundles", List.of("pkcs7"), (row) -> true, (parsed) -> !parsed.certificates().isEmpty());
		share("ZIP archives", List.of("zip"), (row) -> !row.says("must be refused"),
				(parsed) -> !parsed.certificates().isEmpty() && parsed.keys().size() == 1);
	}

	private static double share(String what, List<String> kinds, Predicate<Row> counted,
			Predicate<ParsedInput> isRead) {
		int read = 0;
		List<String> missed = new ArrayList<>();
		for (Row row : INDEX.values()) {
			if (kinds.contains(row.kind()) && counted.test(row)) {
				ParsedInput parsed = parsed(row);
				if (isRead.test(parsed)) {
					read++;
				}
				else {
					missed.add("  not read: %s (%s) because %s".formatted(row.path(), row.format(),
							parsed.problems().stream().map(Finding::code).toList()));
				}
			}
		}
		System.out.printf("PEM corpus: %s: %d of %d read%n%s", what, read, read + missed.size(),
				missed.isEmpty() ? "" : String.join("\n", missed) + "\n");
		assertThat(read + missed.size()).as(what).isPositive();
		return (double) read / (read + missed.size());
	}

	private static boolean has(ParsedInput parsed, FindingCode code) {
		return parsed.problems().stream().anyMatch((fault) -> fault.code() == code);
	}

	@Test
	void everyPairIsRecognised() {
		List<String> missed = rows("PAIRS.tsv").stream()
			.filter((row) -> pairing(row[0], row[1], row[5]) != Pairing.PAIRED)
			.map((row) -> row[0] + " with " + row[1])
			.toList();
		System.out.printf("PEM corpus: %d pairs, %d not recognised%n", rows("PAIRS.tsv").size(), missed.size());
		assertThat(missed).isEmpty();
		assertThat(rows("PAIRS.tsv")).isNotEmpty();
	}

	@Test
	void everyMismatchIsRefused() {
		List<String[]> rows = rows("MISMATCH.tsv");
		int mismatches = 0;
		for (String[] row : rows) {
			ValidationResult result = validate(row[0], row[1],
					INDEX.get(row[0]).password() + INDEX.get(row[1]).password());
			assertThat(result.validUpload()).as("%s with %s", row[0], row[1]).isNull();
			assertThat(result.problems()).extracting((finding) -> finding.code().id())
				.as("%s with %s", row[0], row[1])
				.containsAnyOf("key-mismatch", "key-of-other");
			mismatches++;
		}
		System.out.printf("PEM corpus: %d mismatches refused%n", mismatches);
		assertThat(mismatches).isPositive();
	}

	@Test
	void everyEncryptedKeyAsksForItsPassphrase() {
		List<Row> encrypted = INDEX.values()
			.stream()
			.filter((row) -> row.kind().equals("key") && row.isEncrypted() && !row.format().contains("PKCS8,"))
			.toList();
		int opened = 0;
		for (Row row : encrypted) {
			ValidationResult closed = validate("", row.path(), "");
			assertThat(closed.problems()).as(row.path())
				.extracting((finding) -> finding.code().id())
				.containsAnyElementsOf(row.isReadable() ? List.of("passphrase-missing")
						: List.of("passphrase-missing", "bad-base64", "cut-base64", "openssh-key", "unreadable-key"));
			assertThat(closed.validUpload()).isNull();
			if (!row.password().isEmpty()) {
				ParsedInput parsed = parsed(row);
				assertThat(!parsed.keys().isEmpty() || has(parsed, FindingCode.UNSUPPORTED_CIPHER) || !row.isReadable())
					.as(row.path())
					.isTrue();
				opened += parsed.keys().isEmpty() ? 0 : 1;
			}
		}
		System.out.printf("PEM corpus: %d encrypted keys, %d opened%n", encrypted.size(), opened);
		assertThat(opened).isPositive();
	}

	@Test
	void everyDamagedKeyIsRefused() {
		List<Row> damaged = INDEX.values().stream().filter((row) -> row.says("key-fails-pkey-check")).toList();
		assertThat(damaged).isNotEmpty()
			.allSatisfy((row) -> assertThat(validate("", row.path(), row.password()).problems())
				.extracting((finding) -> finding.code().id())
				.as(row.path())
				.containsAnyOf("damaged-key", "unreadable-key"));
		System.out.printf("PEM corpus: %d damaged keys refused%n", damaged.size());
	}

	@Test
	void everyLinkWithABadSignatureIsFlagged() {
		List<Row> chains = INDEX.values()
			.stream()
			.filter((row) -> row.says("issuer-name-matches-but-signature-does-not"))
			.toList();
		assertThat(chains).isNotEmpty()
			.allSatisfy((row) -> assertThat(validate(row.path(), "", "").problems())
				.extracting((finding) -> finding.code().id())
				.as(row.path())
				.containsAnyOf("false-issuer", "bad-signature"));
		System.out.printf("PEM corpus: %d chains with a bad signature flagged%n", chains.size());
	}

	private static Pairing pairing(String certificates, String key, String password) {
		ValidationResult result = validate(certificates, key,
				password.isEmpty() ? INDEX.get(certificates).password() : password);
		return (result.preview() != null) ? Objects.requireNonNullElse(result.preview().pairing(), Pairing.DIFFERENT)
				: Pairing.DIFFERENT;
	}

	private static ParsedInput parsed(Row row) {
		return ParsedInput.read(List.of(input(Field.CHAIN, row.path())), passphrase(row.password()), Deadline.usual());
	}

	private static ValidationResult validate(String chain, String key, String password) {
		List<Input> inputs = Stream.of(input(Field.CHAIN, chain), input(Field.KEY, key))
			.filter((input) -> input.content().length > 0)
			.toList();
		return UploadValidator.validate(new UploadForm("", CertificateType.SVR, "", inputs, passphrase(password)),
				(leaf) -> List.of(), TestMaterial.NOW);
	}

	private static Passphrase passphrase(String password) {
		return new Passphrase(password.toCharArray());
	}

	private static Input input(Field field, String path) {
		try {
			return new Input(field, path, path.isEmpty() ? new byte[0] : Files.readAllBytes(CORPUS.resolve(path)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String[]> rows(String table) {
		try (Stream<String> lines = Files.lines(CORPUS.resolve(table))) {
			return lines.skip(1).map((line) -> line.split("\t", -1)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A file of the corpus with OpenSSL's result.
	 */
	private record Row(String path, String kind, String format, String result, String password) {

		boolean says(String part) {
			return this.result.contains(part);
		}

		boolean isEncrypted() {
			return this.format.contains("encrypted") || says("encrypted-key");
		}

		boolean isReadable() {
			return !says("malformed") && !says("unreadable") && !says("unsupported-key") && !says("key-fails");
		}

	}

}
