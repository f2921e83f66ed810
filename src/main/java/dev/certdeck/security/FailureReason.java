package dev.certdeck.security;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.web.client.HttpStatusCodeException;

/**
 * Says why a token or a sign-in was refused, without a word that a token, a provider's
 * answer or a visitor's request could have put there.
 */
final class FailureReason {

	private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

	private static final Pattern CLAIM = Pattern.compile("\\b(?:typ|iss|sub|aud|azp|exp|iat|nonce|events|jti|sid)\\b");

	private FailureReason() {
	}

	/**
	 * Returns the reason.
	 * @param failure the failure
	 * @return the reason in one line
	 */
	static String of(Throwable failure) {
		if (failure instanceof UnrecordedException) {
			return String.valueOf(failure.getMessage());
		}
		return ProviderException.behind(failure)
			.map(Throwable::getMessage)
			.orElseGet(() -> code(failure) + Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
				.map(FailureReason::detail)
				.collect(Collectors.joining()));
	}

	private static String code(Throwable failure) {
		OAuth2Error error = (failure instanceof OAuth2AuthenticationException refused) ? refused.getError() : null;
		return (error != null && CODE.matcher(error.getErrorCode()).matches()) ? error.getErrorCode()
				: failure.getClass().getSimpleName();
	}

	private static String detail(Throwable cause) {
		if (cause instanceof HttpStatusCodeException answer) {
			return " (HTTP %d)".formatted(answer.getStatusCode().value());
		}
		if (cause instanceof JwtValidationException invalid) {
			return invalid.getErrors()
				.stream()
				.flatMap((error) -> CLAIM.matcher(String.valueOf(error.getDescription())).results())
				.map(MatchResult::group)
				.collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), " %s"::formatted));
		}
		return "";
	}

}
