package dev.certdeck.form;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is empty until it is opened; its parameters are those of the query
 * alone. Otherwise the first call of {@code getParameter} would read all that a stranger
 * sends.
 */
final class ClosedRequest extends HttpServletRequestWrapper {

	private static final int MOST_PARAMETERS = 1000;

	private boolean open;

	private @Nullable Map<String, String[]> query;

	ClosedRequest(HttpServletRequest request) {
		super(request);
	}

	static boolean hasBody(HttpServletRequest request) {
		return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
	}

	void open() {
		this.open = true;
	}

	@Override
	public @Nullable String getParameter(String name) {
		if (this.open) {
			return super.getParameter(name);
		}
		String[] values = query().get(name);
		return (values != null) ? values[0] : null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return this.open ? super.getParameterMap() : query();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return this.open ? super.getParameterNames() : Collections.enumeration(query().keySet());
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return this.open ? super.getParameterValues(name) : query().get(name);
	}

	private Map<String, String[]> query() {
		if (this.query == null) {
			// Parsed as the server does.
			MessageBytes text = MessageBytes.newInstance();
			text.setString((getQueryString() != null) ? getQueryString() : "");
			Parameters parameters = new Parameters();
			parameters.setLimit(MOST_PARAMETERS);
			parameters.setQueryStringCharset(StandardCharsets.UTF_8);
			parameters.setQuery(text);
			parameters.handleQueryParameters();
			Map<String, String[]> found = new LinkedHashMap<>();
			Collections.list(parameters.getParameterNames())
				.forEach((name) -> found.put(name, parameters.getParameterValues(name)));
			this.query = Collections.unmodifiableMap(found);
		}
		return this.query;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		return this.open ? super.getInputStream() : new NoBody();
	}

	@Override
	public BufferedReader getReader() throws IOException {
		return this.open ? super.getReader()
				: new BufferedReader(new InputStreamReader(new NoBody(), StandardCharsets.UTF_8));
	}

	@Override
	public Collection<Part> getParts() throws IOException, ServletException {
		return this.open ? super.getParts() : List.of();
	}

	@Override
	public @Nullable Part getPart(String name) throws IOException, ServletException {
		return this.open ? super.getPart(name) : null;
	}

	private static final class NoBody extends ServletInputStream {

		private final ByteArrayInputStream nothing = new ByteArrayInputStream(new byte[0]);

		@Override
		public int read() {
			return this.nothing.read();
		}

		@Override
		public boolean isFinished() {
			return true;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new IllegalStateException("Not asynchronous");
		}

	}

}
