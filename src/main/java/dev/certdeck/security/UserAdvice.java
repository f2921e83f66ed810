package dev.certdeck.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page who is signed in. It goes with the request, since pages about
 * exceptions have a model of their own.
 */
@ControllerAdvice
class UserAdvice {

	@ModelAttribute
	void user(@Nullable Authentication authentication, HttpServletRequest request) {
		request.setAttribute("user", User.of(authentication));
	}

}
