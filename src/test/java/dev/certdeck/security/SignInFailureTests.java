package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a failed sign-in tells the person, and what the log and the audit trail tell
 * whoever runs Certdeck.
 */
@ExtendWith(OutputCaptureExtension.class)
class SignInFailureTests extends ProviderScene {

	private static final String SECRET = "secret-of-the-answer";

	private static final Pattern LINE = Pattern.compile("WARN \\[(\\S+) .*Sign-in failed: (.*)");

	private static final Pattern REQUEST = Pattern.compile("<code class=\"mono\">([^<]+)</code>");

	private static final String TRY_AGAIN = "Try again; if it persists, give the request id";

	private static final String NO_USE = "Trying again will not help. Give the request id";

	private int mark;

	static Stream<Arguments> failures() {
		return Stream.of(
				token("secret that expired", refusal(401, "invalid_client"),
						"invalid_token_response (HTTP 401 invalid_client)", NO_USE),
				token("wrong secret", refusal(400, "invalid_client"), "invalid_client", NO_USE),
				token("client that may not", refusal(403, "unauthorized_client"),
						"invalid_token_response (HTTP 403 unauthorized_client)", NO_USE),
				token("code of a vendor", refusal(401, "AADSTS7000222"),
						"invalid_token_response (HTTP 401 AADSTS7000222)", TRY_AGAIN),
				token("free text", refusal(401, SECRET + " of a client"), "invalid_token_response (HTTP 401)",
						TRY_AGAIN),
				token("endless code", refusal(401, "x".repeat(300)), "invalid_token_response (HTTP 401)", TRY_AGAIN),
				token("no code", status(401, "<html>"), "invalid_token_response (HTTP 401)", TRY_AGAIN),
				token("code of another kind", status(401, "{\"error\":{\"code\":1}}"),
						"invalid_token_response (HTTP 401)", TRY_AGAIN),
				token("expired code", refusal(400, "invalid_grant"), "invalid_grant", TRY_AGAIN),
				failure("user info refused in a header",
						(provider) -> provider.answer("/userinfo", challenge("invalid_token")),
						"invalid_user_info_response (HTTP 401 invalid_token)", TRY_AGAIN),
				failure("user info refused",
						(provider) -> provider.answer("/userinfo", refusal(403, "insufficient_scope")),
						"invalid_user_info_response (HTTP 403 insufficient_scope)", NO_USE),
				failure("user info refused with 400",
						(provider) -> provider.answer("/userinfo", refusal(400, "invalid_request")),
						"invalid_user_info_response (invalid_request)", TRY_AGAIN),
				failure("scope that is not known", (provider) -> provider.callback((answer) -> {
					answer.remove("code");
					answer.put("error", "invalid_scope");
					answer.put("error_description", SECRET);
				}), "invalid_scope", NO_USE),
				failure("shared secret as the key",
						(provider) -> provider.signing((claims) -> provider.keys().signedWithSecret(claims)),
						"invalid_id_token (signed with HS256, where RS256 is taken)", NO_USE),
				failure("no signature", (provider) -> provider.signing(provider::unsigned),
						"invalid_id_token (signed with none, where RS256 is taken)", NO_USE),
				failure("encrypted token",
						(provider) -> provider.signing((claims) -> provider.keys().encrypted(claims)),
						"invalid_id_token (encrypted)", NO_USE),
				failure("long subject", (provider) -> {
					provider.claims((claims) -> claims.put("sub", "s".repeat(300)));
					provider.userInfo((claims) -> claims.put("sub", "s".repeat(300)));
				}, "invalid_id_token (sub is blank, has control characters or more than 255 characters)", NO_USE),
				failure("no answer", (provider) -> provider.answer("/token", TestProvider.status(503)),
						"the identity provider answered with HTTP 503 at ",
						"Try again in a minute; if it persists, give the request id"));
	}

	@BeforeEach
	void mark(CapturedOutput output) {
		this.mark = output.getAll().length();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("failures")
	void causeIsNamedToWhoeverRunsCertdeck(String name, Consumer<TestProvider> fault, String reason, String advice,
			CapturedOutput output) {
		fault.accept(PROVIDER);
		HttpResponse<String> page = this.agent.open("/certificates");
		assertThat(page.statusCode()).isIn(401, 503);
		assertThat(page.body()).contains(advice, "whoever runs Certdeck").doesNotContain(SECRET, "Exception");
		String log = output.getAll().substring(this.mark);
		Matcher line = LINE.matcher(log);
		assertThat(line.find()).as(log).isTrue();
		assertThat(line.group(2)).startsWith(reason);
		assertThat(page.body()).contains(line.group(1));
		assertThat(REQUEST.matcher(page.body()).results().map((match) -> match.group(1)))
			.containsExactly(line.group(1));
		assertThat(log).doesNotContain(SECRET, "\tat ");
		assertThat(this.events.events()).singleElement()
			.satisfies((event) -> assertThat(event.getData().get("detail")).asString().isEqualTo(line.group(2)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "%3Cb%3E", "a%20b", "", "%0A" })
	void pageShowsNoOtherTextAsTheRequest(String id) {
		HttpResponse<String> page = this.agent.open("/sign-in-failed/refused?request=" + id);
		assertThat(page.statusCode()).isEqualTo(401);
		assertThat(REQUEST.matcher(page.body()).results().map((match) -> match.group(1)))
			.containsExactly(page.headers().firstValue("X-Request-ID").orElseThrow());
	}

	@Test
	void pageShowsNoIdThatIsTooLong() {
		HttpResponse<String> page = this.agent.open("/sign-in-failed/refused?request=" + "x".repeat(65));
		assertThat(page.body()).doesNotContain("xxxx");
	}

	private static Arguments token(String name, HttpHandler answer, String reason, String advice) {
		return failure(name, (provider) -> provider.answer("/token", answer), reason, advice);
	}

	private static Arguments failure(String name, Consumer<TestProvider> fault, String reason, String advice) {
		return Arguments.of(name, fault, reason, advice);
	}

	private static HttpHandler refusal(int status, String code) {
		return status(status, "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(code, SECRET));
	}

	private static HttpHandler status(int status, String body) {
		return (exchange) -> Replies.send(exchange, status, body);
	}

	private static HttpHandler challenge(String code) {
		return (exchange) -> {
			exchange.getResponseHeaders()
				.set("WWW-Authenticate",
						"Bearer realm=\"x\", error=\"%s\", error_description=\"%s\"".formatted(code, SECRET));
			Replies.send(exchange, 401, "");
		};
	}

}
