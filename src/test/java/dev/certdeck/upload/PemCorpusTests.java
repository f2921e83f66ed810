package dev.certdeck.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.upload.pem.CertificateReading;
import dev.certdeck.upload.pem.KeyReading;
import dev.certdeck.upload.pem.PemKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Reads a corpus of other projects' certificates and keys, where there is one.
 */
class PemCorpusTests {

	private static final Path CORPUS = Path
		.of(System.getProperty("certdeck.test.pem-corpus", "../shared/data/pem-corpus"));

	private static final List<String> PLAIN_KEYS = List.of("PKCS1", "PKCS8", "SEC1");

	@BeforeAll
	static void requireCorpus() {
		assumeThat(CORPUS.resolve("INDEX.tsv"))
			.as("skipped: set the system property certdeck.test.pem-corpus to the folder of the corpus")
			.exists();
	}

	@Test
	void everyFileGetsAReading() {
		assertThat(rows("INDEX.tsv")).allSatisfy((row) -> {
			String text = text(row[0]);
			CertificateReading certificates = CertificateReading.read(text);
			assertThat(certificates.certificates().size() + certificates.faults().size()).isPositive();
			KeyReading key = KeyReading.read(text);
			assertThat(key.key() == null).isEqualTo(!key.faults().isEmpty());
		});
	}

	@Test
	void noMismatchIsTakenForAPair() {
		assertThat(rows("MISMATCH.tsv")).isNotEmpty().noneMatch((row) -> isPair(row[0], row[1]));
	}

	@Test
	void damagedKeysBelongToNoCertificate() {
		List<String[]> index = rows("INDEX.tsv");
		List<String[]> damaged = index.stream().filter((row) -> row[4].contains("key-fails-pkey-check")).toList();
		assertThat(damaged).isNotEmpty()
			.noneMatch((key) -> index.stream()
				.filter((row) -> row[1].equals("cert") && row[5].equals(key[5]))
				.anyMatch((certificate) -> isPair(certificate[0], key[0])));
	}

	@Test
	void plainRsaAndEcPairsAreRecognised() {
		Set<String> apart = filesOfOneKind();
		List<String> missed = rows("PAIRS.tsv").stream()
			.filter((row) -> row[2].matches("(RSA|EC) .*") && PLAIN_KEYS.contains(row[3]) && row[7].equals("match"))
			.filter((row) -> apart.contains(row[0]) && apart.contains(row[1]))
			.filter((row) -> !isPair(row[0], row[1]))
			.map((row) -> String.join(" ", row))
			.toList();
		assertThat(missed).isEmpty();
	}

	private static Set<String> filesOfOneKind() {
		return rows("INDEX.tsv").stream()
			.filter((row) -> List.of("cert", "chain", "key").contains(row[1]) && row[3].startsWith("PEM"))
			.map((row) -> row[0])
			.collect(Collectors.toSet());
	}

	private static boolean isPair(String certificates, String key) {
		PemKey read = KeyReading.read(text(key)).key();
		return read != null && CertificateReading.read(text(certificates))
			.certificates()
			.stream()
			.limit(1)
			.anyMatch((certificate) -> read.pair(certificate) == PemKey.Pairing.PAIRED);
	}

	private static List<String[]> rows(String table) {
		try (Stream<String> lines = Files.lines(CORPUS.resolve(table))) {
			return lines.skip(1).map((line) -> line.split("\t", -1)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(String path) {
		try {
			return SubmittedText.decode(Files.readAllBytes(CORPUS.resolve(path)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
