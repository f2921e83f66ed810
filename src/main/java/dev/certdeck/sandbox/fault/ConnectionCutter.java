package dev.certdeck.sandbox.fault;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connections of marked requests without an answer.
 */
public class ConnectionCutter extends ValveBase {

	private static final String CUT = ConnectionCutter.class.getName();

	public ConnectionCutter() {
		super(true);
	}

	/**
	 * Marks a request, so that its connection is closed once it is handled.
	 * @param request the request
	 */
	public static void cut(ServletRequest request) {
		request.setAttribute(CUT, true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
		if (request.getAttribute(CUT) != null) {
			response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
		}
	}

}
