package dev.certdeck.http;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request with the client's address and only those forwarded headers that are trusted.
 */
class ProxiedRequest extends HttpServletRequestWrapper {

	private final Forwarding forwarding;

	ProxiedRequest(HttpServletRequest request, Forwarding forwarding) {
		super(request);
		this.forwarding = forwarding;
	}

	@Override
	public String getRemoteAddr() {
		return this.forwarding.client();
	}

	@Override
	public String getRemoteHost() {
		return this.forwarding.client();
	}

	@Override
	public @Nullable String getHeader(String name) {
		return Forwarding.isHeader(name) ? forwarded(name) : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return Forwarding.isHeader(name) ? Collections.enumeration(Stream.ofNullable(forwarded(name)).toList())
				: super.getHeaders(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		List<String> own = Collections.list(super.getHeaderNames())
			.stream()
			.filter((name) -> !Forwarding.isHeader(name))
			.toList();
		return Collections
			.enumeration(Stream.concat(own.stream(), this.forwarding.headers().keySet().stream()).toList());
	}

	private @Nullable String forwarded(String name) {
		return this.forwarding.headers().get(name.toLowerCase(Locale.ROOT));
	}

}
