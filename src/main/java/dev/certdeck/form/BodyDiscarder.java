package dev.certdeck.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Discards the rest of unread bodies as far as it arrives at once.
 */
final class BodyDiscarder {

	private static final Log logger = LogFactory.getLog(BodyDiscarder.class);

	private static final Pace LEAST_PACE = new Pace(Duration.ofSeconds(1), 64 * 1024);

	private static final long MAX_BYTES = 32 * 1024 * 1024;

	private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

	/**
	 * How many connections may have their body discarded at a time; the others are closed
	 * at once.
	 */
	private final Semaphore permits = new Semaphore(32);

	void discard(PacedBody body, Request request) {
		boolean neverSent = request.hasExpectation() && request.getBytesRead() == 0;
		if (body.isEnded() || neverSent || !this.permits.tryAcquire()) {
			return;
		}
		try {
			body.startAnew(LEAST_PACE);
			Discarded discarded = new Discarded();
			while (!body.isEnded() && body.counted() < MAX_BYTES && !body.isTooSlow()) {
				request.action(ActionCode.AVAILABLE, true);
				if (request.getAvailable() > 0) {
					body.doRead(discarded);
				}
				else {
					LockSupport.parkNanos(POLL_INTERVAL.toNanos());
				}
			}
		}
		catch (IOException | InvalidParameterException ex) {
			logger.debug("A client left before all of its body came");
		}
		finally {
			this.permits.release();
		}
	}

	private static final class Discarded implements ApplicationBufferHandler {

		private ByteBuffer buffer = ByteBuffer.allocate(0);

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.buffer = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.buffer;
		}

		@Override
		public void expand(int size) {
			// Nothing is kept.
		}

	}

}
