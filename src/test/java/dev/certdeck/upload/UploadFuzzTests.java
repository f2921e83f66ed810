package dev.certdeck.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.certdeck.MarkedKey;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.upload.pem.Input;
import dev.certdeck.upload.pem.KeyTraces;
import dev.certdeck.upload.pem.Passphrase;
import dev.certdeck.upload.pem.Slot;
import dev.certdeck.upload.verdict.Holdings;
import dev.certdeck.upload.verdict.Judgement;
import dev.certdeck.upload.verdict.Submission;
import dev.certdeck.upload.verdict.Verdict;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds the whole verdict with what a fuzzer makes of certificates, keys and containers:
 * each input gets a verdict, without an exception and within a second. In the ordinary
 * run the seeds alone are tried; the profile {@code fuzz} makes Jazzer search.
 */
class UploadFuzzTests {

	private static final String PASSPHRASE = "secret";

	private static final boolean SEARCHING = System.getenv("JAZZER_FUZZ") != null;

	private static final long LONGEST_NANOS = 1_000_000_000L;

	private static final MarkedKey KEY = MarkedKey.create(PASSPHRASE);

	private static final Input CERTIFICATE = new Input(Slot.CHAIN, "", bytes(KEY.certificate()));

	@MethodSource("texts")
	@FuzzTest
	void text(byte[] content) {
		judge(new Input(Slot.CHAIN, "", content), new Input(Slot.KEY, "", content));
		KeyTraces.in(new String(content, StandardCharsets.UTF_8));
	}

	static Stream<byte[]> texts() {
		return Stream.concat(Stream.of(KEY.certificate()), KEY.spellings().stream()).map(UploadFuzzTests::bytes);
	}

	@MethodSource("texts")
	@FuzzTest
	void key(byte[] content) {
		judge(CERTIFICATE, new Input(Slot.KEY, "", content));
	}

	@MethodSource("containers")
	@FuzzTest
	void container(byte[] content) {
		judge(CERTIFICATE, new Input(Slot.KEY, "bundle", content));
	}

	static Stream<byte[]> containers() {
		return KEY.containers().stream();
	}

	@MethodSource("archives")
	@FuzzTest
	void archive(byte[] content) {
		judge(new Input(Slot.CHAIN, "archive.zip", content));
	}

	static Stream<byte[]> archives() {
		return Stream.of(zip("Nginx/a.crt", bytes(KEY.certificate())), zip("Tomcat/a.jks", KEY.containers().get(1)),
				zip("IIS/keystorePass.txt", bytes(PASSPHRASE)));
	}

	@FuzzTest
	void verdict(FuzzedDataProvider data) {
		List<Input> inputs = new ArrayList<>();
		CertificateType type = data.pickValue(new CertificateType[] { CertificateType.SVR, CertificateType.CA, null });
		String alias = data.consumeString(300);
		String passphrase = data.consumeString(20);
		while (data.remainingBytes() > 0 && inputs.size() < 6) {
			inputs.add(new Input(data.pickValue(Slot.values()), data.consumeString(20),
					data.consumeBoolean() ? data.consumeBytes(5000) : bytes(data.consumeString(5000))));
		}
		judge(type, alias, inputs, passphrase);
	}

	private static void judge(Input... inputs) {
		judge(CertificateType.SVR, "", List.of(inputs), PASSPHRASE);
	}

	private static void judge(CertificateType type, String alias, List<Input> inputs, String passphrase) {
		long start = workNanos();
		Verdict verdict = Judgement.of(new Submission(type, alias, inputs, new Passphrase(passphrase.toCharArray())),
				(leaf) -> Holdings.none(), TestMaterial.NOW);
		Objects.requireNonNull(verdict.findings());
		if (SEARCHING && workNanos() - start > LONGEST_NANOS) {
			throw new IllegalStateException("The verdict took more than a second of work");
		}
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
