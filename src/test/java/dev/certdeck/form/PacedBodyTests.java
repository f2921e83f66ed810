package dev.certdeck.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PacedBody}.
 */
class PacedBodyTests {

	private static final Pace PACE = new Pace(Duration.ofSeconds(5), 1000);

	private final AtomicInteger ends = new AtomicInteger();

	private long now;

	@Test
	void bodyThatTricklesIsGivenUpAfterThePause() {
		PacedBody body = body(1_000_000, Duration.ofSeconds(1), 1);
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> readToTheEnd(body));
		assertThat(Duration.ofNanos(this.now)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
		assertThat(this.ends).hasValue(0);
	}

	@Test
	void bodyThatComesAtTheLeastRateIsRead() throws IOException {
		PacedBody body = body(100_000, Duration.ofSeconds(1), 1000);
		readToTheEnd(body);
		assertThat(body.isEnded()).isTrue();
		assertThat(this.ends).hasValue(1);
	}

	@Test
	void bodyThatBeganFastIsGivenUpWhenItSlowsDown() {
		PacedBody body = body(1_000_000, Duration.ofSeconds(1), 999);
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> readToTheEnd(body));
		assertThat(Duration.ofNanos(this.now)).isGreaterThan(Duration.ofMinutes(1));
	}

	@Test
	void endOfABodyWithoutLengthIsItsEnd() throws IOException {
		PacedBody body = new PacedBody((InputBuffer) source(Duration.ofMillis(1), 3000, 7000), -1, PACE,
				this.ends::incrementAndGet, () -> this.now);
		readToTheEnd(body);
		assertThat(this.ends).hasValue(1);
	}

	private PacedBody body(long length, Duration gap, int piece) {
		return new PacedBody(source(gap, piece, length), length, PACE, this.ends::incrementAndGet, () -> this.now);
	}

	private static void readToTheEnd(PacedBody body) throws IOException {
		int read = 0;
		while (read >= 0) {
			read = body.doRead(new Nothing());
		}
	}

	private InputBuffer source(Duration gap, int piece, long length) {
		return new InputBuffer() {

			private long left = length;

			private int pieces;

			@Override
			public int doRead(ApplicationBufferHandler handler) {
				PacedBodyTests.this.now += gap.toNanos();
				int size = (piece == 999 && this.pieces++ < 60) ? 2000 : (piece == 999) ? 1 : piece;
				int read = (int) Math.min(size, this.left);
				this.left -= read;
				return (read > 0) ? read : -1;
			}

			@Override
			public int available() {
				return 0;
			}

		};
	}

	private static final class Nothing implements ApplicationBufferHandler {

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return ByteBuffer.allocate(0);
		}

		@Override
		public void expand(int size) {
		}

	}

}
