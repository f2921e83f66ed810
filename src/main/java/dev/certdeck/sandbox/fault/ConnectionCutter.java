package dev.certdeck.sandbox.fault;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connection of a request that asks for it, without a byte of an answer.
 */
public class ConnectionCutter extends ValveBase {

	private static final String CUT = ConnectionCutter.class.getName();

	public ConnectionCutter() {
		super(true);
	}

	/**
	 * Asks for the end of the connection once the request is through.
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
