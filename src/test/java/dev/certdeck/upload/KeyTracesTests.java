package dev.certdeck.upload;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.upload.pem.KeyTraces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyTraces}.
 */
class KeyTracesTests {

	private static final TestMaterial.Pair PAIR = TestMaterial.rsa("www.example.com");

	static Stream<String> textsWithAKey() {
		String certificate = PAIR.certificate().strip();
		String body = String.join("\n", PAIR.key().lines().filter((line) -> !line.startsWith("-----")).toList());
		String withoutEnd = certificate.substring(0, certificate.lastIndexOf("-----END"));
		return Stream.of(PAIR.key(), body, body.replaceAll("(.{38})", "$1\n"), body.replace("\n", "\n\n"),
				body.replace("\n", "\r\n  "), certificate + "\n" + body, withoutEnd + body,
				withoutEnd + body + "\n-----END CERTIFICATE-----",
				certificate.substring(0, certificate.length() / 2) + "\n" + body + "\n-----END CERTIFICATE-----",
				"-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----",
				"{\"kty\":\"EC\",\"d\":\"870MB6gf-_x\"}", "key: " + body.replace('+', '-').replace('/', '_'));
	}

	@ParameterizedTest
	@MethodSource("textsWithAKey")
	void keyLeavesATrace(String text) {
		assertThat(KeyTraces.in(text)).isTrue();
	}

	@Test
	void certificatesLeaveNone() {
		String certificate = PAIR.certificate();
		assertThat(Stream.of(certificate, certificate.replace("\n", "\r\n"), certificate + certificate,
				"subject=O = Private Bank, CN = www\nissuer=CN = R3\n" + certificate, certificate.replace('x', '*'),
				certificate.substring(0, 300), "hello", ""))
			.noneMatch(KeyTraces::in);
	}

	@Test
	void signatureAtTheBeginningOfALineLeavesNone() {
		assertThat(IntStream.rangeClosed(1, 48).mapToObj("x"::repeat))
			.allSatisfy((name) -> assertThat(KeyTraces.in(TestMaterial.ec(name).certificate())).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { "private gateway", "Storefront 2027", "支付网关", "" })
	void aliasLeavesNone(String alias) {
		assertThat(KeyTraces.inLine(alias)).isFalse();
	}

	@Test
	void keyInAnAliasLeavesATrace() {
		assertThat(KeyTraces.inLine(PAIR.key().lines().skip(1).findFirst().orElseThrow())).isTrue();
		assertThat(KeyTraces.inLine("-----BEGIN PRIVATE KEY-----")).isTrue();
	}

}
