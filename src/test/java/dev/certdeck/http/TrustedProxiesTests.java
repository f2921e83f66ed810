package dev.certdeck.http;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TrustedProxies} and {@link IpAddress}.
 */
class TrustedProxiesTests {

	@Test
	void nobodyIsTrustedUnlessNamed() {
		assertThat(new TrustedProxies(List.of()).contains("127.0.0.1")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 10.255.0.1, true", "10.0.0.0/8, 11.0.0.1, false", "192.0.2.7, 192.0.2.7, true",
			"192.0.2.7, 192.0.2.8, false", "::1, 0:0:0:0:0:0:0:1, true", "fd00::/8, fd12::1, true",
			"fe80::/10, fe80:0:0:0:1:2:3:4%eth0, true", "fd00::/8, 10.0.0.1, false", "0.0.0.0/0, 2001:db8::1, false",
			"::/0, 192.0.2.1, false", "a00::/64, 10.0.0.0, false", "10.0.0.0/8, ::ffff:10.0.0.1, true",
			"172.16.0.0/12, 172.31.255.255, true", "172.16.0.0/12, 172.32.0.0, false" })
	void addressIsInItsRange(String range, String address, boolean trusted) {
		assertThat(new TrustedProxies(List.of("198.51.100.1", range)).contains(address)).isEqualTo(trusted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "/8", "10.0.0/8", "10.0.0.256", "::1/129",
			"localhost", "nginx", "10.0.0.1:80", "10.0.0.0/8/8", "fe80::1%eth0", "\n", "999.0.0.0/8", "::g" })
	void whatIsNoRangeIsNamed(String range) {
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/8", range)))
			.withMessageStartingWith("certdeck.web.trusted-proxies: '" + range.strip() + "' is neither");
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.1, 192.0.2.1", "192.0.2.1:8080, 192.0.2.1", "192.0.2.1:_x, 192.0.2.1",
			"2001:db8::1, 2001:db8:0:0:0:0:0:1", "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
			"[2001:db8::1]:443, 2001:db8:0:0:0:0:0:1", "[fe80::1%eth0]:1, fe80:0:0:0:0:0:0:1",
			"::ffff:192.0.2.1, 192.0.2.1" })
	void addressIsReadAsProxiesWriteIt(String text, String address) {
		assertThat(IpAddress.parse(text)).isNotNull().extracting("hostAddress").isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "_hidden", "localhost", "1", "1.2.3", "256.1.1.1", "1.2.3.4.5", "::1::",
			":", "[::1", "::1]", "[1.2.3.4]", "1.2.3.4:", "1.2.3.4 ", "2001:db8::1%", "[::1]:", "1.2.3.4\n",
			"\u0661.2.3.4", "11111111111111111111111111111111111111111111111111:1" })
	void whatIsNoAddressIsNotLookedUp(String text) {
		assertThat(IpAddress.parse(text)).isNull();
	}

}
