package dev.certdeck.sandbox.gateway;

import java.io.IOException;
import java.util.Optional;

import dev.certdeck.sandbox.fault.Calls;
import dev.certdeck.sandbox.fault.Fault;
import dev.certdeck.sandbox.fault.Faults;
import dev.certdeck.sandbox.fault.Pace;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers calls with HTTP status 200, whatever the outcome, unless a fault is set.
 *
 * @param pace the pace of the cloud
 * @param faults the faults that are set
 * @param calls counts the calls
 * @param beforeEach brings the cloud up to date before an action is carried out
 * @param maxBody the largest request body in bytes
 */
public record Gateway(Pace pace, Faults faults, Calls calls, Runnable beforeEach, int maxBody) {

	static final MediaType JSON = MediaType.parseMediaType("application/json;charset=utf-8");

	private static final String UNKNOWN = "unknown";

	/**
	 * Handles the calls of a dialect.
	 * @param dialect the dialect
	 * @return the handler
	 */
	public HandlerFunction<ServerResponse> handler(Dialect<?> dialect) {
		return (request) -> handle(request.servletRequest(), dialect);
	}

	private <R> ServerResponse handle(HttpServletRequest request, Dialect<R> dialect) throws IOException {
		this.pace.pause();
		try {
			R call = dialect.read(request, body(request, dialect));
			Optional<String> action = dialect.action(call);
			this.calls.count(action.orElse(UNKNOWN));
			dialect.authenticate(call);
			if (!this.pace.take(action.orElse(UNKNOWN))) {
				throw dialect.tooMany();
			}
			Fault fault = action.map(this.faults::next).orElse(null);
			if (fault == null) {
				return json(answer(call, dialect));
			}
			String answer = fault.takesEffect() ? answer(call, dialect) : "";
			return new FaultyAnswer(fault, answer).give(request, dialect);
		}
		catch (ErrorAnswerException ex) {
			return json(ex.json());
		}
	}

	private byte[] body(HttpServletRequest request, Dialect<?> dialect) throws IOException {
		if ("GET".equals(request.getMethod())) {
			return new byte[0];
		}
		byte[] body = request.getInputStream().readNBytes(this.maxBody + 1);
		if (body.length > this.maxBody) {
			throw dialect.tooLarge();
		}
		return body;
	}

	private <R> String answer(R call, Dialect<R> dialect) {
		this.beforeEach.run();
		try {
			return dialect.perform(call);
		}
		catch (ErrorAnswerException ex) {
			return ex.json();
		}
	}

	static ServerResponse json(String answer) {
		return ServerResponse.ok().contentType(JSON).body(answer);
	}

}
