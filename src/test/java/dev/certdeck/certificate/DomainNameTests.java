package dev.certdeck.certificate;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DomainName}.
 */
class DomainNameTests {

	@ParameterizedTest
	@CsvSource({ "example.com, example.com", "EXAMPLE.com, example.COM", "example.com., example.com",
			"example.com, example.com.", "*.example.com, www.example.com", "*.EXAMPLE.com., WWW.example.com",
			"*.example.com, xn--mnchen-3ya.example.com", "münchen.de, xn--mnchen-3ya.de",
			"xn--mnchen-3ya.de, MÜNCHEN.de", "XN--MNCHEN-3YA.de, münchen.de", "*.münchen.de, www.xn--mnchen-3ya.de",
			"*.xn--mnchen-3ya.de, www.münchen.de", "*.例子.公司, 商城.例子.公司", "münchen。de, münchen.de",
			"example。com, example.com", "münchen.de, mu\u0308nchen.de", "192.0.2.7, 192.0.2.7",
			"2001:db8::7, 2001:DB8::7", "2001:db8:0:0:0:0:0:7, 2001:db8::7", "2001:db8::7, 2001:db8:0:0:0:0:0:7",
			"localhost, localhost", "_dmarc.example.com, _dmarc.example.com" })
	void nameCoversHost(String name, String host) {
		assertThat(new DomainName(name).covers(new DomainName(host))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "example.com, www.example.com", "www.example.com, example.com", "*.example.com, example.com",
			"*.example.com, a.b.example.com", "*.example.com, .example.com", "*.example.com, wwwexample.com",
			"*.example.com, www.example.org", "*.example.com, *.example.com", "*.example.com, www.example.com.evil.org",
			"w*.example.com, www.example.com", "*w.example.com, www.example.com", "w*w.example.com, www.example.com",
			"www.*.com, www.example.com", "*.*.com, www.example.com", "*.*.example.com, a.b.example.com",
			"*, localhost", "*., localhost", "*.com, www.example.com", "*.0.2.7, 192.0.2.7",
			"*.2001:db8::7, a.2001:db8::7", "192.0.2.7, 192.0.2.8", "2001:db8::7, 2001:db8::8",
			"münchen.de, munchen.de", "example.com, 'exаmple.com'", "*.münchen.de, münchen.de" })
	void nameDoesNotCoverHost(String name, String host) {
		assertThat(new DomainName(name).covers(new DomainName(host))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "MÜNCHEN.de., xn--mnchen-3ya.de, münchen.de", "xn--mnchen-3ya.de, xn--mnchen-3ya.de, münchen.de",
			"*.例子.公司, *.xn--fsqu00a.xn--55qx5d, *.例子.公司", "' example.com ', example.com, example.com",
			"例子。公司。, xn--fsqu00a.xn--55qx5d, 例子.公司", "straße.de, strasse.de, strasse.de",
			"xn--99999999999, xn--99999999999, xn--99999999999",
			"Example Corp Device CA, Example Corp Device CA, Example Corp Device CA" })
	void hasBothSpellings(String name, String ascii, String unicode) {
		DomainName domain = new DomainName(name);
		assertThat(domain.ascii()).isEqualTo(ascii);
		assertThat(domain.unicode()).isEqualTo(unicode);
		assertThat(domain).hasToString(ascii).isEqualTo(new DomainName(unicode));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".", "..", "...", "。", "a..b", ".a", "a..", "\u0000", "*", "*.", "**", "xn--",
			"xn--.", "xn--\u00e9", "😀.example", "\ud83d", "例..子", "例。。子", "a b", "http://例/x?y=1", "[::1]", "::",
			"1.2.3", "x:y", "fe80::1%eth0", "\u202eexample.com", "ﷺ.com", "\u00ad", "\u3000", "İ.com" })
	void oddInputIsTakenAsItIs(String text) {
		checkOddInput(text);
	}

	@Test
	void overlongLabelsAreTakenAsTheyAre() {
		List.of("a".repeat(64), "é".repeat(64), "é".repeat(5000) + ".com", "a.".repeat(400), "例.".repeat(400),
				"xn--" + "z".repeat(5000))
			.forEach(DomainNameTests::checkOddInput);
	}

	@Test
	void randomInputIsTakenAsItIs() {
		String alphabet = "ab*.-–xn--1:[]%。éİß例😀\u0308\u200d\u0000\ud83d. ";
		Random random = new Random(42);
		for (int round = 0; round < 20_000; round++) {
			StringBuilder text = new StringBuilder();
			random.ints(random.nextInt(12), 0, alphabet.length()).forEach((at) -> text.append(alphabet.charAt(at)));
			checkOddInput(text.toString());
		}
	}

	@Test
	void textThatIsTooLongForANameIsCutAndIsNobodysName() {
		String host = "a.".repeat(120) + "example.com";
		DomainName longer = new DomainName(host + "." + host);
		assertThat(longer.ascii()).hasSize(255).endsWith("\u2026");
		assertThat(longer.isCut()).isTrue();
		assertThat(longer.covers(new DomainName(host))).isFalse();
		assertThat(new DomainName("*." + host + "." + host).covers(new DomainName("x." + host))).isFalse();
		assertThat(new DomainName(".".repeat(10_000)).ascii()).hasSize(255);
		assertThat(new DomainName(longer.ascii())).isEqualTo(longer);
		assertThat(new DomainName("😀".repeat(200)).ascii()).endsWith("😀\u2026");
		assertThat(new DomainName(host).isCut()).isFalse();
	}

	@Test
	void namesAreComparedByTheirAsciiSpelling() {
		assertThat(List.of(new DomainName("b.com"), new DomainName("ü.com"), new DomainName("A.com")).stream().sorted())
			.extracting(DomainName::ascii)
			.containsExactly("a.com", "b.com", "xn--tda.com");
	}

	private static void checkOddInput(String text) {
		DomainName name = new DomainName(text);
		assertThat(name.ascii()).doesNotEndWith(".");
		assertThat(new DomainName(name.ascii())).as(text).isEqualTo(name);
		assertThat(new DomainName("*.example.com").covers(name)).isEqualTo(
				name.ascii().endsWith(".example.com") && name.ascii().indexOf('.') == name.ascii().length() - 12);
		name.covers(new DomainName("www.example.com"));
		assertThat(name.unicode()).isNotNull();
	}

}
