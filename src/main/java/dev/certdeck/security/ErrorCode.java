package dev.certdeck.security;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.HttpStatusCodeException;

/**
 * The error code of OAuth 2.0 (RFC 6749 section 5.2, RFC 6750 section 3) in a failure. A
 * value that could be a sentence counts as none.
 */
final class ErrorCode {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private static final Pattern CHALLENGE = Pattern.compile("\\berror=\"([^\"]*)\"");

	private ErrorCode() {
	}

	/**
	 * Returns the code of a failure, not of its causes.
	 * @param failure the failure
	 * @return the code, absent if it has none
	 */
	static Optional<String> of(Throwable failure) {
		return Optional.ofNullable(text(failure)).filter((code) -> CODE.matcher(code).matches());
	}

	private static @Nullable String text(Throwable failure) {
		if (failure instanceof OAuth2AuthenticationException refused) {
			return (refused.getError() != null) ? refused.getError().getErrorCode() : null;
		}
		if (failure instanceof OAuth2AuthorizationException refused) {
			return refused.getError().getErrorCode();
		}
		return (failure instanceof HttpStatusCodeException answer) ? text(answer) : null;
	}

	private static @Nullable String text(HttpStatusCodeException answer) {
		HttpHeaders headers = answer.getResponseHeaders();
		String challenge = (headers != null) ? headers.getFirst(HttpHeaders.WWW_AUTHENTICATE) : null;
		Matcher named = CHALLENGE.matcher((challenge != null) ? challenge : "");
		if (named.find()) {
			return named.group(1);
		}
		try {
			return JSON.readTree(answer.getResponseBodyAsByteArray()).path("error").asString(null);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
