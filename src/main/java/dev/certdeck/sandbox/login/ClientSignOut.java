package dev.certdeck.sandbox.login;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A sign-out for which the client names itself in place of an ID token (OpenID Connect
 * RP-Initiated Logout, section 2), which Spring Authorization Server does not take.
 */
class ClientSignOut implements RequestMatcher {

	@Override
	public boolean matches(HttpServletRequest request) {
		return request.getRequestURI().equals("/connect/logout") && request.getMethod().equals("GET")
				&& request.getParameter("id_token_hint") == null
				&& DashboardClient.ID.equals(request.getParameter("client_id"));
	}

	static void leadBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String target = request.getParameter("post_logout_redirect_uri");
		if (target == null) {
			response.sendRedirect(SignInPage.PATH + "?logout");
		}
		else if (LocalRedirects.isLocal(target)) {
			response.sendRedirect(target);
		}
		else {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}
	}

}
