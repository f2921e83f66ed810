package dev.certdeck.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/**
 * Shows a plain page when a sign-in fails and logs the cause in one line.
 */
class SignInFailureHandler extends SimpleUrlAuthenticationFailureHandler {

	private static final Log logger = LogFactory.getLog(SignInFailureHandler.class);

	SignInFailureHandler() {
		super("/sign-in-failed");
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException, ServletException {
		logger.warn("Sign-in failed: " + String.valueOf(exception.getMessage()).replaceAll("\\p{Cntrl}", " "));
		super.onAuthenticationFailure(request, response, exception);
	}

}
