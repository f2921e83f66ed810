package dev.certdeck.web;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Ends}.
 */
@Tag("time-zone")
class EndsTests {

	private final Ends ends = new Ends(TestMessages.load(), new Times(ZoneId.of("Asia/Shanghai")));

	@Test
	void writesAnEnd() {
		Instant until = Instant.parse("2026-11-28T23:59:59Z");
		assertThat(this.ends.minute(until)).isEqualTo("2026-11-29 07:59");
		assertThat(this.ends.full(until)).isEqualTo("2026-11-29 07:59:59 +08:00");
		assertThat(this.ends.isDate(until)).isTrue();
	}

	@Test
	void saysThatThereIsNoneOrThatItIsNotKnown() {
		Instant noEnd = Instant.parse("9999-12-31T23:59:59Z");
		assertThat(this.ends.minute(noEnd)).isEqualTo("no end").isEqualTo(this.ends.full(noEnd));
		assertThat(this.ends.isDate(noEnd)).isFalse();
		assertThat(this.ends.full(null)).isEqualTo("not known");
		assertThat(this.ends.isDate(null)).isFalse();
	}

}
