package dev.certdeck.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Aborts a request body that arrives too slowly, and bounds the wait for the rest of an
 * unread one: the response is sent, what arrives at once is discarded, so that the client
 * can read the response, and the connection is closed.
 */
class BodyValve extends ValveBase {

	/**
	 * The least pace of an unread body.
	 */
	private static final Pace UNWANTED = new Pace(Duration.ofSeconds(1), 64 * 1024);

	private static final long MOST_UNWANTED = 32 * 1024 * 1024;

	private static final Duration LOOK = Duration.ofMillis(5);

	/**
	 * How many connections may have their unread body discarded at a time; the others are
	 * closed at once.
	 */
	private final Semaphore unwanted = new Semaphore(32);

	private final Pace pace;

	BodyValve(Pace pace) {
		super(true);
		this.pace = pace;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		boolean refused = response.getStatus() != HttpStatus.OK.value();
		if (refused || !ClosedRequest.hasBody(request)) {
			getNext().invoke(request, response);
			return;
		}
		org.apache.coyote.Request received = request.getCoyoteRequest();
		InputBuffer source = received.getInputBuffer();
		PacedBody body = new PacedBody(source, received.getContentLengthLong(), this.pace, () -> keepOpen(response),
				System::nanoTime);
		received.setInputBuffer(body);
		response.setHeader(HttpHeaders.CONNECTION, "close");
		try {
			getNext().invoke(request, response);
			response.finishResponse();
			passOver(body, received);
		}
		finally {
			received.setInputBuffer(source);
			if (!body.isEnded()) {
				received.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
			}
		}
	}

	private static void keepOpen(Response response) {
		if (!response.isCommitted()) {
			response.getCoyoteResponse().getMimeHeaders().removeHeader(HttpHeaders.CONNECTION);
		}
	}

	private void passOver(PacedBody body, org.apache.coyote.Request received) throws IOException {
		if (body.isEnded() || received.hasExpectation() && received.getBytesRead() == 0
				|| !this.unwanted.tryAcquire()) {
			return;
		}
		try {
			body.startAnew(UNWANTED);
			Nowhere nowhere = new Nowhere();
			while (!body.isEnded() && body.counted() < MOST_UNWANTED && !body.isTooSlow()) {
				received.action(ActionCode.AVAILABLE, true);
				if (received.getAvailable() > 0) {
					body.doRead(nowhere);
				}
				else {
					LockSupport.parkNanos(LOOK.toNanos());
				}
			}
		}
		catch (IOException | InvalidParameterException ex) {
			this.container.getLogger().debug("A client left before all of its body came");
		}
		finally {
			this.unwanted.release();
		}
	}

	private static final class Nowhere implements ApplicationBufferHandler {

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
