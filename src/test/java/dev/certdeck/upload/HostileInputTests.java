package dev.certdeck.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.certdeck.MarkedKey;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Input;
import dev.certdeck.pki.Passphrase;
import dev.certdeck.upload.validation.UploadForm;
import dev.certdeck.upload.validation.UploadValidator;
import dev.certdeck.upload.validation.ValidationResult;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every text gets a result, however hostile it is.
 */
class HostileInputTests {

	private static final int LIMIT = 1 << 20;

	private static final String PASSPHRASE = "secret";

	private static final MarkedKey MARKED = MarkedKey.create(PASSPHRASE);

	private static final TestMaterial.Pair PAIR = TestMaterial.ec("www.example.com");

	@ParameterizedTest
	@MethodSource("texts")
	void textGetsAResult(String text) {
		assertThat(TestMaterial.validate(text, text).problems()).isNotEmpty().hasSizeLessThan(30);
	}

	static Stream<Arguments> texts() {
		return Stream.of(of("hyphens", fill("-")), of("BEGIN lines", fill("-----BEGIN CERTIFICATE-----\n")),
				of("unfinished BEGIN", fill("-----BEGIN ")), of("line feeds", fill("\n")), of("NUL", fill("\0")),
				of("Base64", fill("A")), of("colons", fill(":\n")), of("surrogates", fill("\uD800")),
				of("empty blocks", fill("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n")),
				of("huge certificate", TestMaterial.block("CERTIFICATE", new byte[LIMIT / 2])),
				of("huge key", TestMaterial.block("PRIVATE KEY", new byte[LIMIT / 2])),
				of("nested", TestMaterial.block("CERTIFICATE", nested(60_000))),
				of("nested key", TestMaterial.block("PRIVATE KEY", nested(500_000))),
				of("headers", "-----BEGIN PRIVATE KEY-----\n" + fill("a: b\n").substring(100)),
				of("length of 4 GB", TestMaterial.block("CERTIFICATE",
						new byte[] { 0x30, (byte) 0x84, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1 })),
				of("many certificates", PAIR.certificate().repeat(LIMIT / PAIR.certificate().length())));
	}

	@ParameterizedTest
	@MethodSource("files")
	void filesGetAResult(List<byte[]> files) {
		List<Input> inputs = files.stream().map((file) -> new Input(Field.CHAIN, "file", file)).toList();
		UploadForm form = new UploadForm("", CertificateType.SVR, "", inputs, new Passphrase(PASSPHRASE.toCharArray()));
		ValidationResult result = UploadValidator.validate(form, (leaf) -> List.of(), TestMaterial.NOW);
		assertThat(result.findings()).isNotEmpty().hasSizeLessThan(250);
	}

	static Stream<Arguments> files() {
		byte[] text = bytes(fill("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
		String encrypted = MARKED.spellings().get(2);
		List<byte[]> containers = MARKED.containers();
		return Stream.of(files("many texts", Collections.nCopies(40, text)),
				files("many encrypted keys", List.of(bytes(encrypted.repeat(200)))),
				files("many containers", Collections.nCopies(40, containers.get(0))),
				files("many key stores", Collections.nCopies(40, containers.get(1))),
				files("containers cut off", containers.stream().map(HostileInputTests::half).toList()),
				files("containers and more", containers.stream().map(HostileInputTests::twice).toList()));
	}

	private static Arguments files(String name, List<byte[]> files) {
		return Arguments.of(Named.of(name, files));
	}

	private static byte[] half(byte[] content) {
		return Arrays.copyOf(content, content.length / 2);
	}

	private static byte[] twice(byte[] content) {
		byte[] twice = Arrays.copyOf(content, content.length * 2);
		System.arraycopy(content, 0, twice, content.length, content.length);
		return twice;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@RepeatedTest(300)
	void randomChangesOfAPairGetAResult(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		byte[] certificate = changed(PAIR.content(), random);
		byte[] key = changed(PAIR.keys().getPrivate().getEncoded(), random);
		assertThat(TestMaterial.validate(TestMaterial.block("CERTIFICATE", certificate),
				TestMaterial.block("PRIVATE KEY", key)))
			.isNotNull();
	}

	private static byte[] changed(byte[] content, Random random) {
		byte[] changed = Arrays.copyOf(content, content.length - random.nextInt(3));
		for (int change = 0; change <= random.nextInt(4); change++) {
			changed[random.nextInt(changed.length)] = (byte) random.nextInt();
		}
		return changed;
	}

	private static byte[] nested(int length) {
		byte[] nested = new byte[length];
		for (int index = 0; index + 4 <= length; index += 4) {
			int inner = length - index - 4;
			nested[index] = 0x30;
			nested[index + 1] = (byte) 0x82;
			nested[index + 2] = (byte) (inner >> 8);
			nested[index + 3] = (byte) inner;
		}
		return nested;
	}

	private static String fill(String pattern) {
		return pattern.repeat(LIMIT / pattern.length());
	}

	private static Arguments of(String name, String text) {
		return Arguments.of(Named.of(name, text));
	}

}
