package dev.certdeck.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives every page what its frame shows. It goes with the request, since pages about
 * exceptions have a model of their own.
 */
@ControllerAdvice
class LayoutAdvice {

	private final boolean sandboxBanner;

	LayoutAdvice(WebProperties properties) {
		this.sandboxBanner = properties.sandboxBanner();
	}

	@ModelAttribute
	void sandboxBanner(HttpServletRequest request) {
		request.setAttribute("sandboxBanner", this.sandboxBanner);
	}

}
