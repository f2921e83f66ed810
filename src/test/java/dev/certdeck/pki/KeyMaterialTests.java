package dev.certdeck.pki;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyMaterial} and {@link FileName}.
 */
class KeyMaterialTests {

	private static final byte[] KEY = key();

	private static byte[] key() {
		byte[] key = new byte[1200];
		new Random(7).nextBytes(key);
		return key;
	}

	static Stream<String> pieces() {
		return IntStream.rangeClosed(0, 20)
			.mapToObj((round) -> Arrays.copyOfRange(KEY, round * 48, round * 48 + 48))
			.flatMap(KeyMaterialTests::spellings);
	}

	private static Stream<String> spellings(byte[] piece) {
		String base64 = Base64.getEncoder().encodeToString(piece);
		String hex = HexFormat.of().formatHex(piece);
		String colons = HexFormat.ofDelimiter(":").formatHex(piece);
		return Stream.of(base64, base64.substring(0, 40), base64.replaceAll("(.{8})", "$1 "),
				base64.replaceAll("(.{4})", "$1 "), base64.replaceAll("(.{6})", "$1_"),
				base64.replaceAll("(.{30})", "$1\n"), base64.replaceAll("(.{5})", "$1-"),
				"> " + base64.substring(0, 38), "12: \"" + base64.substring(0, 36) + "\",",
				base64.replaceAll("(.{10})", "$1\u200b"), base64.replaceAll("(.{10})", "$1\u00a0"),
				fullWidth(base64.substring(0, 39)), Base64.getUrlEncoder().encodeToString(piece), hex,
				hex.toUpperCase(), hex.substring(0, 30), colons, colons.substring(0, 44),
				"    " + colons.substring(0, 44), hex.replaceAll("(.{4})", "$1 "),
				"00000000: " + hex.substring(0, 32).replaceAll("(.{4})", "$1 ") + " 0......0...*.H..",
				fullWidth(hex.substring(0, 40)));
	}

	private static String fullWidth(String text) {
		return text.chars()
			.mapToObj((character) -> String.valueOf((char) (character + 0xfee0)))
			.collect(Collectors.joining());
	}

	@ParameterizedTest
	@MethodSource("pieces")
	void pieceOfAKeyIsFound(String piece) {
		assertThat(KeyMaterial.isIn(piece)).isTrue();
		assertThat(FileName.shown(piece.replace("/", "") + ".pem")).isEqualTo(FileName.HIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-----BEGIN PRIVATE KEY-----", "-----BEGIN", "BEGIN RSA PRIVATE KEY" })
	void markersAreFound(String text) {
		assertThat(KeyMaterial.isIn(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "private gateway", "Storefront 2027", "支付网关", "prod-2026-wildcard", "*.example.com",
			"k8s-prod-eu1-v2-web01-a1b2c3.internal.example.com", "550e8400-e29b-41d4-a716-446655440000",
			"backup of 550e8400-e29b-41d4-a716-446655440000 and 550e8400-e29b-41d4-a716-446655440001",
			"my-very-long-service-name-in-production-europe-west-1", "API-Gateway DE/AT/CH (iOS, Android) v2",
			"McDonalds, iPhone, eBay, YouTube, PayPal, LinkedIn", "2026-11-27 15:30:29 to 2027-11-27 15:30:29",
			"Renewal of www.example.com, api.example.com, cdn.example.com until 2027-02-25", "00:1a:2b:3c:4d:5e",
			"WildcardExampleComProduction2026", "CN=www.example.com, O=Example Corp, C=CN", "2001:db8::1",
			"1_www.example.com_bundle.crt", "example.com_nginx.zip", "aBcD1234", "生产环境 通配符 2026 支付 API v2",
			"IoT-GW A1/B2/C3 (DE, AT, CH) v1.2.3 Q4 FY26", "TLS_Wildcard_example_com_2026Q4_DigiCert_G2",
			"AsiaInfo_CRM_Prod_ELB01_V2_20261127_Bak", "DigiCert Global G2 TLS RSA SHA256 2020 CA1",
			"SSL证书 20261127 到期 2027-02-25 by Zhang San (ext. 8867)",
			"arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012" })
	void whatPeopleWriteIsNone(String text) {
		assertThat(KeyMaterial.isIn(text)).isFalse();
	}

	@Test
	void longLineIsNotLookedAt() {
		assertThat(KeyMaterial.isIn("a ".repeat(600))).isTrue();
	}

	@Test
	void nameOfAFileIsShownWithoutFoldersAndCut() {
		assertThat(FileName.shown("C:\\keys\\a.pem")).isEqualTo("a.pem");
		assertThat(FileName.shown("/etc/ssl/a.pem")).isEqualTo("a.pem");
		assertThat(FileName.shown("é".repeat(300))).hasSize(100);
		assertThat(FileName.shown("")).isEmpty();
	}

}
