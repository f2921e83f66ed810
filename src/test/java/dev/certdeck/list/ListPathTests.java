package dev.certdeck.list;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListPath}.
 */
class ListPathTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "nothing=1", "//evil.example", "https://evil.example/", "/\\evil.example",
			"page=1&size=20&sort=expiry", "redirect:/", "\r\nLocation: //evil.example", "javascript:alert(1)" })
	void leadsToThePlainListUnlessTheQueryMakesSense(String back) {
		assertThat(ListPath.parse(back).path()).isEqualTo("/certificates");
		assertThat(ListPath.parse(back).query()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			q=a&page=3                          | /certificates?q=a&page=3
			page=3&q=a&evil=//evil.example      | /certificates?q=a&page=3
			q=//evil.example%0d%0aSet-Cookie:%20a | /certificates?q=%2F%2Fevil.example%0D%0Aset-cookie%3A%20a
			q=%E4%B8%AD%E6%96%87                | /certificates?q=%E4%B8%AD%E6%96%87
			status=10&status=3&sort=-usage      | /certificates?status=3&status=10&sort=-usage
			""")
	void leadsBackToTheListAsItWas(String back, String path) {
		assertThat(ListPath.parse(back).path()).isEqualTo(path);
	}

}
