package dev.certdeck.sandbox.cloud;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostMatchTests {

	@ParameterizedTest
	@CsvSource({ "example.com, example.com, true", "example.com, EXAMPLE.com., true",
			"*.example.com, a.example.com, true", "*.example.com, example.com, false",
			"*.example.com, a.b.example.com, false", "*.example.com, aexample.com, false",
			"*.example.com, .example.com, false", "*.com, example.com, true",
			"xn--mnchen-3ya.example.com, MÜNCHEN.example.com, true", "example.com, *.example.com, false",
			"*.example.com, xn--mnchen-3ya.example.com, true" })
	void wildcardStandsForOneLabel(String name, String host, boolean covered) {
		assertThat(HostMatch.covers(List.of("other.example.net", name), host)).isEqualTo(covered);
	}

}
