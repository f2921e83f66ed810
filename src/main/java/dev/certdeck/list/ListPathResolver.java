package dev.certdeck.list;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@link ListPath} arguments of handlers from the parameter {@code back} and
 * adds them to the model.
 */
class ListPathResolver implements HandlerMethodArgumentResolver {

	private static final String BACK = "back";

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ListPath.class;
	}

	@Override
	public ListPath resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		ListPath back = ListPath.parse(request.getParameter(BACK));
		if (model != null) {
			model.addAttribute(BACK, back);
		}
		return back;
	}

}
