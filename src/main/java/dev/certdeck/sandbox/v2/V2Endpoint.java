package dev.certdeck.sandbox.v2;

import java.io.IOException;
import java.util.Map;

import dev.certdeck.sandbox.fault.Calls;
import dev.certdeck.sandbox.fault.ConnectionCutter;
import dev.certdeck.sandbox.fault.Fault;
import dev.certdeck.sandbox.fault.Faults;
import dev.certdeck.sandbox.fault.Pace;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers {@code /v2/index.php}: HTTP 200 whatever the outcome, unless a fault was asked
 * for.
 */
class V2Endpoint implements HandlerFunction<ServerResponse> {

	private static final MediaType JSON = MediaType.parseMediaType("application/json;charset=utf-8");

	private final V2Gate gate;

	private final Map<String, V2Action> actions;

	private final int maxBody;

	private final Faults faults;

	private final Calls calls;

	private final Pace pace;

	V2Endpoint(V2Gate gate, Map<String, V2Action> actions, int maxBody, Faults faults, Calls calls, Pace pace) {
		this.gate = gate;
		this.actions = actions;
		this.maxBody = maxBody;
		this.faults = faults;
		this.calls = calls;
		this.pace = pace;
	}

	@Override
	public ServerResponse handle(ServerRequest request) throws IOException {
		this.pace.pause();
		try {
			V2Request call = read(request.servletRequest());
			this.calls.count(call.parameters().find("Action").filter(this.actions::containsKey).orElse("unknown"));
			this.gate.admit(call);
			return dispatch(request, call.parameters());
		}
		catch (V2Exception ex) {
			return json(V2Answer.error(ex.code(), ex.codeDesc(), ex.getMessage()));
		}
	}

	private V2Request read(HttpServletRequest request) throws IOException {
		V2Parameters parameters = "GET".equals(request.getMethod()) ? FormReader.query(request.getQueryString())
				: FormReader.form(request.getContentType(), body(request));
		return new V2Request(request.getMethod(), String.valueOf(request.getHeader(HttpHeaders.HOST)),
				request.getRequestURI(), parameters);
	}

	private byte[] body(HttpServletRequest request) throws IOException {
		byte[] body = request.getInputStream().readNBytes(this.maxBody + 1);
		if (body.length > this.maxBody) {
			throw V2Exception.invalid("(100002)请求内容过大");
		}
		return body;
	}

	private ServerResponse dispatch(ServerRequest request, V2Parameters parameters) {
		String name = parameters.required("Action");
		V2Action action = this.actions.get(name);
		if (action == null) {
			throw new V2Exception(6100, "UnsupportedVersion", "(10430)action name " + name + " is not existed");
		}
		Fault fault = this.faults.next(name);
		if (fault == null || fault.takesEffect()) {
			Map<String, Object> answer = answer(action, parameters);
			return (fault != null) ? faulty(fault, answer, request) : json(answer);
		}
		return faulty(fault, null, request);
	}

	private static Map<String, Object> answer(V2Action action, V2Parameters parameters) {
		try {
			return action.perform(parameters);
		}
		catch (V2Exception ex) {
			return V2Answer.error(ex.code(), ex.codeDesc(), ex.getMessage());
		}
	}

	private ServerResponse faulty(Fault fault, @Nullable Map<String, Object> answer, ServerRequest request) {
		return switch (fault.kind()) {
			case ERROR -> json(V2Answer.error(fault.code(), "InternalError", "(" + fault.code() + ")服务内部错误"));
			case STATUS -> ServerResponse.status(fault.status())
				.contentType(MediaType.TEXT_HTML)
				.body("<html><body><h1>" + fault.status() + "</h1></body></html>");
			case MALFORMED -> ServerResponse.ok().contentType(JSON).body("{\"code\":0,\"message\":\"\",\"da");
			case CUT -> {
				ConnectionCutter.cut(request.servletRequest());
				yield ServerResponse.ok().build();
			}
			case SLOW -> {
				Pace.pause(fault.delay());
				yield json((answer != null) ? answer : Map.of());
			}
		};
	}

	private static ServerResponse json(Map<String, Object> answer) {
		return ServerResponse.ok().contentType(JSON).body(PhpJson.write(answer));
	}

}
