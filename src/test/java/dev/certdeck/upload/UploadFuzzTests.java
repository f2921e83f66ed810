package dev.certdeck.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.certdeck.MarkedKey;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.FileName;
import dev.certdeck.pki.Input;
import dev.certdeck.pki.KeyMaterial;
import dev.certdeck.pki.Passphrase;
import dev.certdeck.upload.validation.RelatedCertificate;
import dev.certdeck.upload.validation.UploadForm;
import dev.certdeck.upload.validation.UploadValidator;
import dev.certdeck.upload.validation.ValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds the whole result with what a fuzzer makes of certificates, keys and containers:
 * each input gets a result, without an exception and within a second. In the ordinary run
 * the seeds alone are tried; the profile {@code fuzz} makes Jazzer search.
 */
class UploadFuzzTests {

	private static final String PASSPHRASE = "secret";

	private static final boolean SEARCHING = System.getenv("JAZZER_FUZZ") != null;

	private static final long LONGEST_NANOS = 1_000_000_000L;

	/**
	 * More than a result takes while its classes are still being loaded.
	 */
	private static final long MUCH_TOO_LONG_NANOS = 5 * LONGEST_NANOS;

	private static final MarkedKey KEY = MarkedKey.create(PASSPHRASE);

	private static final Input CERTIFICATE = new Input(Field.CHAIN, "", bytes(KEY.certificate()));

	@MethodSource("texts")
	@FuzzTest
	void text(byte[] content) {
		validate(new Input(Field.CHAIN, "", content), new Input(Field.KEY, "", content));
		KeyMaterial.isIn(new String(content, StandardCharsets.UTF_8));
	}

	static Stream<byte[]> texts() {
		return Stream.concat(Stream.of(KEY.certificate()), KEY.spellings().stream()).map(UploadFuzzTests::bytes);
	}

	@MethodSource("texts")
	@FuzzTest
	void key(byte[] content) {
		validate(CERTIFICATE, new Input(Field.KEY, "", content));
	}

	@MethodSource("pkcs12")
	@FuzzTest
	void pkcs12(byte[] content) {
		validate(CERTIFICATE, new Input(Field.KEY, "bundle.p12", content));
	}

	static Stream<byte[]> pkcs12() {
		return Stream.of(KEY.containers().get(0));
	}

	@MethodSource("binaries")
	@FuzzTest
	void binary(byte[] content) {
		validate(CERTIFICATE, new Input(Field.KEY, "file", content));
	}

	static Stream<byte[]> binaries() {
		return KEY.containers().stream().skip(1);
	}

	@MethodSource("archives")
	@FuzzTest
	void archive(byte[] content) {
		validate(new Input(Field.CHAIN, "archive.zip", content));
	}

	static Stream<byte[]> archives() {
		return Stream.of(zip("Nginx/a.crt", bytes(KEY.certificate())), zip("Tomcat/a.jks", KEY.containers().get(1)),
				zip("IIS/keystorePass.txt", bytes(PASSPHRASE)));
	}

	@MethodSource("submissions")
	@FuzzTest
	void result(byte @NotNull [] chain, byte @NotNull [] key, byte @NotNull [] file, @NotNull String passphrase) {
		validate(List.of(new Input(Field.CHAIN, "", chain), new Input(Field.KEY, "", key),
				new Input(Field.CHAIN, "file", file)), passphrase);
	}

	static Stream<Arguments> submissions() {
		byte[] certificate = bytes(KEY.certificate());
		byte[] key = bytes(KEY.spellings().get(0));
		byte[] encrypted = bytes(KEY.spellings().get(2));
		return Stream.of(Arguments.of(certificate, key, new byte[0], ""),
				Arguments.of(certificate, encrypted, certificate, PASSPHRASE),
				Arguments.of(new byte[0], new byte[0], KEY.containers().get(0), PASSPHRASE));
	}

	@MethodSource("hostileFiles")
	@FuzzTest
	void hostileFile(byte[] content) {
		validate(new Input(Field.CHAIN, "file", content), new Input(Field.KEY, "", content));
	}

	static Stream<byte[]> hostileFiles() {
		return Stream.of(bytes(HostileMaterial.dots()), bytes(HostileMaterial.chain(3072, 3071)),
				bytes(HostileMaterial.chain(8192, 64)), bytes(HostileMaterial.partsOfNames(1000)),
				bytes(HostileMaterial.orderOfACurve(20_000)),
				bytes(HostileMaterial.saltOfASignature(Integer.MAX_VALUE)), bytes(HostileMaterial.salt(500_000)),
				HostileMaterial.pbmac1(1024, 8), HostileMaterial.pbmac1(32, 900_000), HostileMaterial.entries("a"),
				HostileMaterial.entries("a/"));
	}

	@MethodSource("entryNames")
	@FuzzTest
	void entryName(@NotNull String name) {
		String cut = name.substring(0, Math.min(60_000 / 3, name.length()));
		validate(new Input(Field.CHAIN, "archive.zip", zip(cut, bytes(KEY.certificate()))));
	}

	static Stream<String> entryNames() {
		return Stream.of("a".repeat(20_000), "/".repeat(20_000), "a/".repeat(10_000), ".".repeat(20_000),
				"Nginx/" + KEY.spellings().get(0));
	}

	@MethodSource("dnsNames")
	@FuzzTest
	void dnsName(@NotNull String name) {
		String ascii = name.chars()
			.mapToObj((character) -> String.valueOf((char) (character & 0x7f)))
			.limit(100_000)
			.collect(Collectors.joining());
		validate(new Input(Field.CHAIN, "", bytes(HostileMaterial.names(Stream.of(ascii)))));
	}

	static Stream<String> dnsNames() {
		return Stream.of(".".repeat(10_000), " ".repeat(10_000), "xn--".repeat(2500), "a.".repeat(5000), "::1");
	}

	@MethodSource("linesOfPeople")
	@FuzzTest
	void lineOfPeople(@NotNull String line) {
		KeyMaterial.isIn(line);
		FileName.shown(line);
		validate(new Input(Field.CHAIN, FileName.shown(line), bytes(line)));
	}

	static Stream<String> linesOfPeople() {
		return Stream.of("prod-2026-wildcard", KEY.spellings().get(0), "a".repeat(1000), "0:".repeat(500));
	}

	@Test
	void manyNamesAgainstManyNames() {
		List<DomainName> names = IntStream.range(0, 6400)
			.mapToObj((index) -> new DomainName(index + ".example.com"))
			.toList();
		RelatedCertificate held = new RelatedCertificate(TestCertificates.certificate("held0001")
			.names(names.stream().map(DomainName::ascii).toArray(String[]::new))
			.build(), null);
		Input certificate = new Input(Field.CHAIN, "", bytes(HostileMaterial.manyNames(6400)));
		validate(List.of(certificate), "", List.of(held));
	}

	private static void validate(Input... inputs) {
		validate(List.of(inputs), PASSPHRASE);
	}

	private static void validate(List<Input> inputs, String passphrase) {
		validate(inputs, passphrase, List.of());
	}

	private static void validate(List<Input> inputs, String passphrase, List<RelatedCertificate> related) {
		long first = work(inputs, passphrase, related);
		if (first > MUCH_TOO_LONG_NANOS) {
			throw new IllegalStateException("The result took more than five seconds of work");
		}
		if (SEARCHING && first > LONGEST_NANOS && work(inputs, passphrase, related) > LONGEST_NANOS) {
			throw new IllegalStateException("The result took more than a second of work, with all classes loaded");
		}
	}

	private static long work(List<Input> inputs, String passphrase, List<RelatedCertificate> related) {
		long start = workNanos();
		ValidationResult result = UploadValidator.validate(
				new UploadForm("", CertificateType.SVR, "", inputs, new Passphrase(passphrase.toCharArray())),
				(leaf) -> related, TestMaterial.NOW);
		Objects.requireNonNull(result.findings());
		return workNanos() - start;
	}

	private static long workNanos() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static byte[] zip(String name, byte[] content) {
		ByteArrayOutputStream archive = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(archive)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content);
			zip.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return archive.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
