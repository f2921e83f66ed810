package dev.certdeck.audit;

import java.security.Principal;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.StandardClaimAccessor;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@link Actor} arguments of controllers to the sender of the request.
 */
class ActorResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Actor.class;
	}

	@Override
	public Actor resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		Principal person = http.getUserPrincipal();
		String subject = (person != null) ? person.getName() : "anonymous";
		return new Actor(subject, name(person, subject), http.getRemoteAddr());
	}

	private static String name(@Nullable Principal person, String subject) {
		Object principal = (person instanceof Authentication authentication) ? authentication.getPrincipal() : null;
		String name = (principal instanceof StandardClaimAccessor claims) ? claims.getFullName() : null;
		return (name != null && !name.isBlank()) ? name : subject;
	}

}
