package dev.certdeck.security;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
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
		request.setAttribute("user", user(authentication));
	}

	private static @Nullable User user(@Nullable Authentication authentication) {
		if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser person)) {
			return null;
		}
		String fullName = person.getFullName();
		String role = Arrays.stream(Role.values())
			.filter((candidate) -> authentication.getAuthorities().contains(candidate.authority()))
			.max(Comparator.naturalOrder())
			.map((highest) -> highest.name().toLowerCase(Locale.ROOT))
			.orElse("none");
		return new User((fullName != null) ? fullName : person.getName(), role,
				role.equals("operator") || role.equals("admin"));
	}

	/**
	 * The person who is signed in.
	 *
	 * @param name what to call the person
	 * @param role the highest role in lower case, {@code none} without one
	 * @param writer whether the person may upload and delete
	 */
	record User(String name, String role, boolean writer) {

	}

}
