package dev.certdeck.http;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RefusedRequests}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RefusedRequestsTests {

	private long now;

	@Test
	void thousandRequestsInAMinuteAreOneLine(CapturedOutput output) {
		RefusedRequests refused = new RefusedRequests(() -> this.now);
		for (int number = 0; number < 1000; number++) {
			refused.log(HttpStatus.BAD_REQUEST);
			this.now += Duration.ofMillis(59).toNanos();
		}
		assertThat(output.getAll().lines().filter((line) -> line.contains("The server refused"))).hasSize(1);
		this.now += Duration.ofMinutes(1).toNanos();
		refused.log(HttpStatus.BAD_REQUEST);
		assertThat(output.getAll()).contains("HTTP 400, 1000 since");
	}

}
