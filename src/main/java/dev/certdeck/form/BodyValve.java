package dev.certdeck.form;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Aborts a request body that arrives too slowly, and bounds the wait for the rest of an
 * unread one: the response is sent, what arrives at once is discarded, so that the client
 * can read the response, and the connection is closed.
 */
class BodyValve extends ValveBase {

	private final BodyDiscarder discarder = new BodyDiscarder();

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
			this.discarder.discard(body, received);
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

}
