package dev.certdeck.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.Deadline;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.Input;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.Passphrase;
import dev.certdeck.upload.validation.RelatedCertificate;
import dev.certdeck.upload.validation.UploadForm;
import dev.certdeck.upload.validation.UploadValidator;
import dev.certdeck.upload.validation.ValidationResult;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The work on one upload is bounded, whatever it is spent on.
 */
@Timeout(value = 12, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkLimitTests {

	private static final String PASSWORD = "secret";

	private static final int NAMES = 6400;

	static Stream<Arguments> content() {
		return Stream.of(of("dots", HostileMaterial.dots()), of("names", HostileMaterial.manyNames(NAMES)),
				of("exponents", HostileMaterial.chain(3072, 3071)), of("keys", HostileMaterial.chain(8192, 64)),
				of("parts of names", HostileMaterial.partsOfNames(1000)),
				of("order of a curve", HostileMaterial.orderOfACurve(20_000)),
				of("salt of a signature", HostileMaterial.saltOfASignature(Integer.MAX_VALUE)),
				of("key of a MAC", HostileMaterial.pbmac1(1024, 8)),
				of("huge key of a MAC", HostileMaterial.pbmac1(Integer.MAX_VALUE, 8)),
				of("salt of a MAC", HostileMaterial.pbmac1(32, 900_000)), of("entries", HostileMaterial.entries("a")),
				of("folders", HostileMaterial.entries("/")), of("dots of entries", HostileMaterial.entries(".")),
				of("folder of one entry", HostileMaterial.entries("a/")),
				of("backslashes before digits", "\\".repeat(500_000) + "n"), of("slashes", "/".repeat(500_000)),
				of("blanks", "-----BEGIN CERTIFICATE-----" + " ".repeat(500_000) + "!"));
	}

	private static Arguments of(String name, Object content) {
		return Arguments.of(Named.of(name,
				(content instanceof byte[] bytes) ? bytes : ((String) content).getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@MethodSource("content")
	void contentThatIsMeantToCostTimeGetsItsResult(byte[] content) {
		List<Input> inputs = List.of(new Input(Field.CHAIN, "file", content), new Input(Field.KEY, "", content));
		ValidationResult result = validate(inputs, PASSWORD, (leaf) -> List.of(), Deadline.usual());
		assertThat(result.findings()).extracting((finding) -> finding.code().id())
			.isNotEmpty()
			.doesNotContain("out-of-time");
	}

	@ParameterizedTest
	@ValueSource(ints = { 5000, 100_000 })
	void longSaltIsTooMuchWork(int length) {
		List<Input> inputs = List.of(new Input(Field.KEY, "", bytes(HostileMaterial.salt(length))));
		assertThat(validate(inputs, PASSWORD, (leaf) -> List.of(), Deadline.usual()).problems())
			.extracting((finding) -> finding.code().id())
			.contains("too-much-work");
	}

	@Test
	void longKeyOfAMacIsTooMuchWork() {
		List<Input> inputs = List.of(new Input(Field.KEY, "file", HostileMaterial.pbmac1(64, 8)));
		assertThat(validate(inputs, PASSWORD, (leaf) -> List.of(), Deadline.usual()).problems())
			.extracting((finding) -> finding.code().id())
			.contains("wrong-password");
		List<Input> longer = List.of(new Input(Field.KEY, "file", HostileMaterial.pbmac1(65, 8)));
		assertThat(validate(longer, PASSWORD, (leaf) -> List.of(), Deadline.usual()).problems())
			.extracting((finding) -> finding.code().id())
			.contains("too-much-work");
	}

	@Test
	void longPassphraseIsNotTried() {
		String password = "p".repeat(1_000_000);
		List<Input> inputs = List.of(new Input(Field.KEY, "store.jks", HostileMaterial.keyStore(900_000, password)));
		ValidationResult result = validate(inputs, password, (leaf) -> List.of(), Deadline.usual());
		assertThat(result.problems()).extracting((finding) -> finding.code().id()).contains("passphrase-too-long");
	}

	@Test
	void manyNamesAreHeldAgainstManyNames() {
		String given = HostileMaterial.manyNames(NAMES);
		List<DomainName> names = IntStream.range(100, NAMES + 100)
			.mapToObj((index) -> new DomainName("%d.example.com".formatted(index)))
			.toList();
		Certificate held = TestCertificates.certificate("held0001")
			.names(names.stream().map(DomainName::ascii).toArray(String[]::new))
			.validity(new Validity(TestMaterial.NOW.minusSeconds(60), TestMaterial.NOW.plusSeconds(86_400)))
			.build();
		ValidationResult result = validate(List.of(new Input(Field.CHAIN, "", bytes(given))), "",
				(leaf) -> List.of(new RelatedCertificate(held, null)), Deadline.usual());
		assertThat(result.findings()).extracting((finding) -> finding.code().id())
			.contains("fewer-names")
			.doesNotContain("out-of-time");
	}

	@Test
	void readingStopsWhenTheTimeIsOverAndSaysWhere() {
		String certificates = TestMaterial.ec("a.example.com").certificate()
				+ TestMaterial.ec("b.example.com").certificate();
		AtomicLong now = new AtomicLong();
		Deadline deadline = new Deadline(Duration.ofSeconds(10), () -> now.addAndGet(3_000_000_000L));
		ValidationResult result = validate(List.of(new Input(Field.CHAIN, "", bytes(certificates.repeat(10))),
				new Input(Field.KEY, "", bytes("hello"))), "", (leaf) -> List.of(), deadline);
		assertThat(result.validUpload()).isNull();
		assertThat(result.problems()).filteredOn((finding) -> finding.code() == FindingCode.OUT_OF_TIME)
			.singleElement()
			.satisfies((finding) -> assertThat(finding.arguments()).containsExactly(10L))
			.satisfies((finding) -> assertThat(finding.field()).isNotEqualTo(Field.FORM));
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 })
	void resultStopsWhereverTheTimeIsOver(int looks) {
		TestMaterial.Pair pair = TestMaterial.ec("a.example.com");
		AtomicLong left = new AtomicLong(looks);
		Deadline deadline = new Deadline(Duration.ofSeconds(10),
				() -> (left.getAndDecrement() > 0) ? 0 : Duration.ofSeconds(11).toNanos());
		ValidationResult result = validate(
				List.of(new Input(Field.CHAIN, "", pair.content()), new Input(Field.KEY, "", bytes(pair.key()))), "",
				(leaf) -> List.of(), deadline);
		boolean stopped = result.problems().stream().anyMatch((finding) -> finding.code() == FindingCode.OUT_OF_TIME);
		assertThat(result.validUpload() == null).isEqualTo(stopped);
	}

	@Test
	void timeThatTheCloudTakesIsNotCounted() {
		TestMaterial.Pair pair = TestMaterial.ec("a.example.com");
		AtomicLong now = new AtomicLong();
		ValidationResult result = validate(
				List.of(new Input(Field.CHAIN, "", pair.content()), new Input(Field.KEY, "", bytes(pair.key()))), "",
				(leaf) -> {
					now.addAndGet(Duration.ofMinutes(1).toNanos());
					return List.of();
				}, new Deadline(Duration.ofSeconds(10), now::get));
		assertThat(result.validUpload()).isNotNull();
	}

	private static ValidationResult validate(List<Input> inputs, String password,
			Function<ParsedCertificate, List<RelatedCertificate>> related, Deadline deadline) {
		return UploadValidator.validate(
				new UploadForm("", CertificateType.SVR, "", inputs, new Passphrase(password.toCharArray())), related,
				TestMaterial.NOW, deadline);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
