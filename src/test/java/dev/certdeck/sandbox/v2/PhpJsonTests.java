package dev.certdeck.sandbox.v2;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PhpJsonTests {

	@Test
	void everythingBeyondAsciiAndSlashesAreEscaped() {
		assertThat(write("é/证\u0000\u007f😀")).isEqualTo("\"\\u00e9\\/\\u8bc1\\u0000\u007f\\ud83d\\ude00\"");
	}

	@Test
	void textSurvivesTheWayBack() {
		String text = "\"quoted\" \\ \r\n\t \b \f <b>&</b> 证书 😀 \u2028";
		assertThat(new JsonMapper().readTree(write(text)).asString()).isEqualTo(text);
	}

	@Test
	void numbersNullsAndListsAreWritten() {
		assertThat(write(Arrays.asList(1, null, true, List.of(), "x"))).isEqualTo("[1,null,true,[],\"x\"]");
	}

	private static String write(Object value) {
		String json = PhpJson.write(Map.of("value", value));
		return json.substring("{\"value\":".length(), json.length() - 1);
	}

}
