package dev.certdeck.sandbox.gateway;

import java.io.IOException;

import dev.certdeck.sandbox.fault.Calls;
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

	static final MediaType JSON = MediaType.parseMediaType("application/json;charset=utf-8");

	private static final String UNKNOWN = "unknown";

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
		return new FaultyAnswer(fault, answer).give(request.servletRequest(), dialect);
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

	static ServerResponse json(String answer) {
		return ServerResponse.ok().contentType(JSON).body(answer);
	}

}
