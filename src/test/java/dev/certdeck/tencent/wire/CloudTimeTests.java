package dev.certdeck.tencent.wire;

import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
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
@Tag("time-zone")
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
	@ValueSource(strings = { "2017-12-20T08:00:00", "2017/12/20 08:00:00", "2017/12/20T08:00:00", "2017.12.20 08:00:00",
			"2017-12-20 8:0:0", "2017-12-20 08:00", "2017-12-20T08:00", "2017-12-20 08:00:00.0",
			"2017-12-20T08:00:00.000000000", "2017-12-20T08:00:00,000", "20171220T080000", "20171220080000",
			" 2017-12-20  08:00:00 ", "2017-12-20 08:00:00 CST" })
	void readsOtherFormsOfTheSameTimeAsOfGmtPlusEight(String text) {
		assertThat(this.time.read(text.replace("  ", " "))).isEqualTo("2017-12-20T00:00:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2017-12-20T00:00:00Z", "2017-12-20t00:00:00z", "2017-12-20 00:00:00 UTC",
			"2017-12-20 00:00:00GMT", "2017-12-20T00:00:00.000Z", "20171220000000Z", "20171220T000000Z",
			"2017-12-20T08:00:00+08:00", "2017-12-20T08:00:00+0800", "2017-12-20T08:00:00+08",
			"2017-12-20 08:00:00 +0800", "2017-12-20 08:00:00 +0800 CST", "2017-12-20 08:00:00 GMT+8",
			"2017-12-20 08:00:00 GMT+8:00", "2017-12-20 08:00:00 UTC+08:00", "2017-12-19T19:00:00-05:00",
			"2017-12-20T05:30+05:30", "2017/12/20T08:00:00.000+08:00", "2017-12-20T08:00:00+08:00[Asia/Shanghai]" })
	void readsTheZoneThatIsNamed(String text) {
		assertThat(this.time.read(text)).isEqualTo("2017-12-20T00:00:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2017-12-20", "2017/12/20", "2017/12/20 ", "20171220" })
	void dateAloneIsItsFirstSecond(String text) {
		assertThat(this.time.read(text)).isEqualTo("2017-12-19T16:00:00Z");
	}

	@ParameterizedTest
	@CsvSource({ "9999-12-31 23:59:59, 9999-12-31T15:59:59Z", "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
			"10000-01-01 07:59:59, 9999-12-31T23:59:59Z", "+10000/01/01 07:59:59, 9999-12-31T23:59:59Z",
			"99991231235959Z, 9999-12-31T23:59:59Z" })
	void readsTheLastYear(String text, Instant instant) {
		assertThat(this.time.read(text)).isEqualTo(instant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "0000-00-00 00:00:00", "0000-00-00", "0000/00/00 00:00:00", "--", "-", "null",
			"0001-01-01T00:00:00Z" })
	void whatMeansNoTimeIsNone(String text, CapturedOutput output) {
		assertThat(CloudTime.isNone(text)).isTrue();
		assertThat(this.time.read(text)).isNull();
		assertThat(output).doesNotContain("can't be read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "2020-02-31 00:00:00", "2017-13-20", "1513728000", "2017-12-20 25:00:00",
			"2017-12-20T", "20-12-2017", "12/20/2017", "2017-12-20 08:00:00 tomorrow", "2017-12-20 08:00:00+99:00",
			"999999-12-20 00:00:00", "\uff12\uff10\uff11\uff17-12-20", "2017-12-20 08:00:00 -----BEGIN" })
	void anythingElseCanNotBeRead(String text) {
		assertThat(CloudTime.isNone(text)).isFalse();
		assertThat(this.time.read(text)).isNull();
	}

	@Test
	void reportsEachFormOnceAndNotWhatStandsInIt(CapturedOutput output) {
		this.time.read("soon");
		this.time.read("later");
		this.time.read("0000-00-00 00:00:00");
		this.time.read("2017-13-20T07:59");
		this.time.read("2018-14-20T08:00");
		assertThat(output.getOut().split("can't be read", -1)).hasSize(3);
		assertThat(output).contains("\"a\"", "\"9999-99-99T99:99\"").doesNotContain("soon", "2017", "2018");
	}

	@Test
	void reportsNoMoreFormsThanAReaderCanUse(CapturedOutput output) {
		IntStream.range(0, 1000)
			.forEach((length) -> this.time.read("x" + "1".repeat(length % 50) + "-".repeat(length)));
		assertThat(output.getOut().split("can't be read", -1)).hasSize(21);
		assertThat(output.getOut().lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThan(300));
		assertThat(UnreadableTimes.form("\u001b[31m\n2017\u5e7412\u6708")).isEqualTo("?[99a?9999?99?");
	}

}
