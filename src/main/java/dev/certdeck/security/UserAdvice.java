package dev.certdeck.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives every page the signed-in person, as a request attribute since error pages have a
 * model of their own.
 */
@ControllerAdvice
class UserAdvice {

	@ModelAttribute
	void user(@Nullable Authentication authentication, HttpServletRequest request) {
		request.setAttribute("user", User.of(authentication));
	}

}
