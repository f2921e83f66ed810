package dev.certdeck.http;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Applies the forwarded headers of trusted proxies, and hides those of anybody else.
 */
class ForwardingFilter extends OncePerRequestFilter {

	private final TrustedProxies proxies;

	private final ForwardedHeaderFilter honouring = new ForwardedHeaderFilter(false);

	private final ForwardedHeaderFilter hiding = new ForwardedHeaderFilter(false);

	ForwardingFilter(TrustedProxies proxies) {
		this.proxies = proxies;
		this.honouring.setUseForwardedPrefix(true);
		this.hiding.setRemoveOnly(true);
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.proxies.contains(request.getRemoteAddr())) {
			Forwarding forwarding = Forwarding.of(request, this.proxies);
			this.honouring.doFilter(new ProxiedRequest(request, forwarding), response, chain);
		}
		else {
			this.hiding.doFilter(request, response, chain);
		}
	}

	@Override
	protected void doFilterNestedErrorDispatch(HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		doFilterInternal(request, response, chain);
	}

}
