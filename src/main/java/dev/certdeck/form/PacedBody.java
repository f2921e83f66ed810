package dev.certdeck.form;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Counts the bytes of a body and aborts it when it is too slow.
 */
final class PacedBody implements InputBuffer {

	private final InputBuffer source;

	private final long length;

	private final Runnable end;

	private final LongSupplier nanoseconds;

	private Pace pace;

	private long since = -1;

	private long counted;

	private long total;

	private boolean ended;

	/**
	 * Creates the body.
	 * @param source where the body comes from
	 * @param length its length in bytes, negative if unknown
	 * @param pace its least pace
	 * @param end called when the body is complete
	 * @param nanoseconds a clock, in nanoseconds
	 */
	PacedBody(InputBuffer source, long length, Pace pace, Runnable end, LongSupplier nanoseconds) {
		this.source = source;
		this.length = length;
		this.pace = pace;
		this.end = end;
		this.nanoseconds = nanoseconds;
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		if (this.since < 0) {
			startAnew(this.pace);
		}
		int read = read(handler);
		this.counted += Math.max(0, read);
		this.total += Math.max(0, read);
		if (!this.ended && (read < 0 || this.total == this.length)) {
			this.ended = true;
			this.end.run();
		}
		if (!this.ended && isTooSlow()) {
			throw tooSlow();
		}
		return read;
	}

	private int read(ApplicationBufferHandler handler) throws IOException {
		try {
			return this.source.doRead(handler);
		}
		catch (SocketTimeoutException ex) {
			throw tooSlow();
		}
	}

	private static InvalidParameterException tooSlow() {
		// After an IOException the server would assume that the client is gone.
		return new InvalidParameterException("The body comes too slowly", HttpServletResponse.SC_REQUEST_TIMEOUT);
	}

	void startAnew(Pace newPace) {
		this.pace = newPace;
		this.since = this.nanoseconds.getAsLong();
		this.counted = 0;
	}

	boolean isTooSlow() {
		return this.pace.isTooSlow(this.counted, Duration.ofNanos(this.nanoseconds.getAsLong() - this.since));
	}

	long counted() {
		return this.counted;
	}

	boolean isEnded() {
		return this.ended;
	}

	@Override
	public int available() {
		return this.source.available();
	}

}
