package dev.certdeck.sandbox.gateway;

import java.io.IOException;

import dev.certdeck.sandbox.fault.Calls;
import dev.certdeck.sandbox.fault.ConnectionCutter;
import dev.certdeck.sandbox.fault.Fault;
import dev.certdeck.sandbox.fault.Faults;
import dev.certdeck.sandbox.fault.Pace;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers the calls of the cloud: HTTP 200 whatever the outcome, unless a fault was asked
 * for.
 *
 * @param pace the pace of the cloud
 * @param faults the faults that it plays
 * @param calls counts the calls
 * @param beforeEach brings the cloud up to date before a call is performed
 * @param maxBody the largest request body in bytes
 */
public record Gateway(Pace pace, Faults faults, Calls calls, Runnable beforeEach, int maxBody) {

	private static final MediaType JSON = MediaType.parseMediaType("application/json;charset=utf-8");

	private static final String UNKNOWN = "unknown";

	private static final String BROKEN_OFF = "{\"code\":0,\"Response\":{\"Requ";

	/**
	 * The way in for one dialect.
	 * @param dialect the dialect
	 * @return answers its calls
	 */
	public HandlerFunction<ServerResponse> speaking(Dialect dialect) {
		return (request) -> handle(request, dialect);
	}

	private ServerResponse handle(ServerRequest request, Dialect dialect) throws IOException {
		this.pace.pause();
		try {
			Call call = dialect.read(request.servletRequest(), body(request.servletRequest(), dialect));
			String action = call.action().orElse(UNKNOWN);
			this.calls.count(action);
			call.admit();
			if (!this.pace.take(action)) {
				throw dialect.tooMany();
			}
			return perform(call, request, dialect);
		}
		catch (ErrorAnswerException ex) {
			return json(ex.json());
		}
	}

	private byte[] body(HttpServletRequest request, Dialect dialect) throws IOException {
		if ("GET".equals(request.getMethod())) {
			return new byte[0];
		}
		byte[] body = request.getInputStream().readNBytes(this.maxBody + 1);
		if (body.length > this.maxBody) {
			throw dialect.tooLarge();
		}
		return body;
	}

	private ServerResponse perform(Call call, ServerRequest request, Dialect dialect) {
		Fault fault = call.action().map(this.faults::next).orElse(null);
		if (fault == null) {
			return json(answer(call));
		}
		String answer = fault.takesEffect() ? answer(call) : "";
		return faulty(fault, answer, request, dialect);
	}

	private String answer(Call call) {
		this.beforeEach.run();
		try {
			return call.perform();
		}
		catch (ErrorAnswerException ex) {
			return ex.json();
		}
	}

	private static ServerResponse faulty(Fault fault, String answer, ServerRequest request, Dialect dialect) {
		return switch (fault.kind()) {
			case ERROR -> json(dialect.error(fault.code()).json());
			case STATUS -> ServerResponse.status(fault.status())
				.contentType(MediaType.TEXT_HTML)
				.body("<html><body><h1>" + fault.status() + "</h1></body></html>");
			case MALFORMED -> json(BROKEN_OFF);
			case CUT -> {
				ConnectionCutter.cut(request.servletRequest());
				yield ServerResponse.ok().build();
			}
			case SLOW -> {
				Pace.pause(fault.delay());
				yield json(answer);
			}
		};
	}

	private static ServerResponse json(String answer) {
		return ServerResponse.ok().contentType(JSON).body(answer);
	}

}
