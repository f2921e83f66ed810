package dev.certdeck.sandbox.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import dev.certdeck.sandbox.fault.ConnectionCutter;
import dev.certdeck.sandbox.fault.Fault;
import dev.certdeck.sandbox.fault.Pace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers a call that has a fault.
 *
 * @param fault the fault
 * @param answer the right answer, empty where the action took no effect
 */
record FaultyAnswer(Fault fault, String answer) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String BROKEN_OFF = "{\"code\":0,\"Response\":{\"Requ";

	private static final Duration BETWEEN_BYTES = Duration.ofMillis(50);

	/**
	 * Creates the response.
	 * @param request the request
	 * @param dialect the dialect of the response
	 * @return the answer
	 */
	ServerResponse give(HttpServletRequest request, Dialect<?> dialect) {
		return switch (this.fault.kind()) {
			case ERROR -> Gateway.json(dialect.error(this.fault.code()).json());
			case STATUS -> page(this.fault.status());
			case HTML -> page(200);
			case MALFORMED -> Gateway.json(BROKEN_OFF);
			case CUT -> {
				ConnectionCutter.cut(request);
				yield ServerResponse.ok().build();
			}
			case PARTIAL -> ServerResponse.ok().build((asked, response) -> half(asked, response));
			case SLOW -> {
				Pace.pause(this.fault.delay());
				yield Gateway.json(this.answer);
			}
			case DRIBBLE -> ServerResponse.ok().build((asked, response) -> dribble(response));
			case ALTERED -> Gateway.json(altered());
		};
	}

	private static ServerResponse page(int status) {
		return ServerResponse.status(status)
			.contentType(MediaType.TEXT_HTML)
			.body("<html><body><h1>" + status + "</h1></body></html>");
	}

	private @Nullable ModelAndView half(HttpServletRequest request, HttpServletResponse response) throws IOException {
		byte[] body = begin(response);
		response.getOutputStream().write(Arrays.copyOf(body, body.length / 2));
		response.flushBuffer();
		ConnectionCutter.cut(request);
		return null;
	}

	private @Nullable ModelAndView dribble(HttpServletResponse response) throws IOException {
		OutputStream out = response.getOutputStream();
		for (byte next : begin(response)) {
			out.write(next);
			response.flushBuffer();
			Pace.pause(BETWEEN_BYTES);
		}
		return null;
	}

	private byte[] begin(HttpServletResponse response) {
		byte[] body = this.answer.getBytes(StandardCharsets.UTF_8);
		response.setContentType(Gateway.JSON.toString());
		response.setContentLength(body.length);
		return body;
	}

	private String altered() {
		JsonNode tree = JSON.readTree(this.answer);
		JsonPointer field = JsonPointer.compile(this.fault.field());
		if (tree.at(field.head()) instanceof ObjectNode parent) {
			String name = field.last().getMatchingProperty();
			if (this.fault.json() == null) {
				parent.remove(name);
			}
			else {
				parent.set(name, JSON.readTree(this.fault.json()));
			}
		}
		return JSON.writeValueAsString(tree);
	}

}
