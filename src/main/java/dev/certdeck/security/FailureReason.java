package dev.certdeck.security;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.web.client.HttpStatusCodeException;

/**
 * Describes why a token or a sign-in was refused, without any text from the token, the
 * provider's response or the visitor's request.
 */
final class FailureReason {

	private static final Pattern CLAIM = Pattern.compile("\\b(?:typ|iss|sub|aud|azp|exp|iat|nonce|events|jti|sid)\\b");

	private FailureReason() {
	}

	static String of(Throwable failure) {
		if (failure instanceof UnrecordedException) {
			return String.valueOf(failure.getMessage());
		}
		return ProviderException.behind(failure).map(Throwable::getMessage).orElseGet(() -> {
			String code = ErrorCode.of(failure).orElse(failure.getClass().getSimpleName());
			return code + Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
				.map((cause) -> detail(cause, code))
				.collect(Collectors.joining());
		});
	}

	private static String detail(Throwable cause, String named) {
		if (cause instanceof TokenException) {
			return " (%s)".formatted(cause.getMessage());
		}
		if (cause instanceof JwtValidationException invalid) {
			return invalid.getErrors()
				.stream()
				.flatMap((error) -> CLAIM.matcher(String.valueOf(error.getDescription())).results())
				.map(MatchResult::group)
				.collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), " %s"::formatted));
		}
		String code = ErrorCode.of(cause).filter((other) -> !other.equals(named)).orElse("");
		String status = (cause instanceof HttpStatusCodeException answer) ? "HTTP " + answer.getStatusCode().value()
				: "";
		String detail = (status + " " + code).strip();
		return detail.isEmpty() ? "" : " (%s)".formatted(detail);
	}

}
