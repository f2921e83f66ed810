package dev.certdeck.tencent.wire;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificateReader}; its reading of rows is tested with the stores of
 * both dialects.
 */
@Tag("time-zone")
@ExtendWith(OutputCaptureExtension.class)
class CertificateReaderTests {

	private final CertificateReader reader = new CertificateReader(Dialect.V2);

	@Test
	void reportsDisputedPlanOncePerCertificate(CapturedOutput output) {
		read("disputed1", true);
		read("disputed1", true);
		read("disputed2", true);
		read("clear", false);
		assertThat(output.getOut().split("is_vip is true", -1)).hasSize(3);
		assertThat(output).contains("disputed1", "disputed2").doesNotContain("clear");
	}

	private void read(String id, boolean vip) {
		Fields row = new Fields(JsonMapper.builder()
			.build()
			.readTree("{\"id\":\"%s\",\"from\":\"trustasia\",\"type\":\"2\",\"is_vip\":%s}".formatted(id, vip)));
		this.reader.read(row);
	}

}
