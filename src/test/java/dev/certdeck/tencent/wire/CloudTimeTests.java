package dev.certdeck.tencent.wire;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CloudTime}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CloudTimeTests {

	private final CloudTime time = new CloudTime();

	@ParameterizedTest
	@CsvSource({ "2017-12-20 08:00:00,2017-12-20T00:00:00Z", "2017-12-20 07:59:59,2017-12-19T23:59:59Z",
			"2049-01-01 00:00:00,2048-12-31T16:00:00Z" })
	void readsTimesOfGmtPlusEight(String text, Instant instant) {
		assertThat(this.time.read(text)).isEqualTo(instant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "0000-00-00 00:00:00", "0000-00-00", "--", "soon", "2020-02-31 00:00:00",
			"2017-12-20", "1513728000" })
	void anythingElseIsAbsent(String text) {
		assertThat(this.time.read(text)).isNull();
	}

	@Test
	void reportsUnreadableTimesOnce(CapturedOutput output) {
		this.time.read("soon");
		this.time.read("later");
		this.time.read("0000-00-00 00:00:00");
		assertThat(output.getOut().split("can't be read", -1)).hasSize(2);
		assertThat(output).doesNotContain("soon");
	}

}
