package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
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
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hostile or broken identity provider signs nobody in.
 */
@ExtendWith(OutputCaptureExtension.class)
class HostileProviderTests extends ProviderScene {

	private static final String SECRET = "secret-of-the-token";

	private int mark;

	static Stream<Arguments> lies() {
		return Stream.of(lie("unsigned token", (provider) -> provider.signing(provider::unsigned)),
				lie("other key under the same kid", (provider) -> provider.signing(provider::signedWithOtherKey)),
				lie("no token", (provider) -> provider.signing((claims) -> "")),
				lie("token that is no JWT", (provider) -> provider.signing((claims) -> "a.b.c")),
				lie("signature cut off",
						(provider) -> provider.signing((claims) -> provider.signed(claims).replaceAll("[^.]+$", ""))),
				claim("iss", "https://elsewhere.example.com"), claim("iss", "not a URL"), claim("iss", null),
				claim("aud", List.of("somebody-else")), claim("aud", null),
				lie("two aud without azp",
						(provider) -> provider.claims((claims) -> claims.put("aud", List.of("certdeck", "other")))),
				claim("azp", "somebody-else"), claim("nonce", "other"), claim("nonce", null), claim("exp", 1_000_000),
				claim("exp", null), claim("exp", "soon"), claim("iat", Instant.now().getEpochSecond() + 600),
				claim("iat", null), claim("sub", null), claim("sub", 5),
				lie("swapped state", (provider) -> provider.callback((answer) -> answer.put("state", "other"))),
				lie("no state", (provider) -> provider.callback((answer) -> answer.remove("state"))),
				lie("made-up code", (provider) -> provider.callback((answer) -> answer.put("code", "made-up"))),
				lie("error", (provider) -> provider.callback((answer) -> {
					answer.remove("code");
					answer.put("error", "access_denied");
					answer.put("error_description", SECRET + "%0D%0Aforged");
				})),
				lie("user info of somebody else",
						(provider) -> provider.userInfo((claims) -> claims.put("sub", "user-2"))),
				lie("user info of nobody", (provider) -> provider.userInfo((claims) -> claims.remove("sub"))),
				lie("user info is refused", (provider) -> provider.answer("/userinfo", TestProvider.status(403))),
				lie("token is refused", (provider) -> provider.answer("/token", TestProvider.status(401))),
				lie("token of a wrong type",
						(provider) -> provider.answer("/token",
								TestProvider
									.text("{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":5}"))),
				lie("no access token", (provider) -> provider.answer("/token", TestProvider.text("{}"))));
	}

	static Stream<Arguments> breakdowns() {
		Map<String, HttpHandler> faults = Map.of("500", TestProvider.status(500), "no JSON",
				TestProvider.text("<html>"), "a list", TestProvider.text("[]"), "nothing", TestProvider.text(""),
				"a redirect", BrokenAnswers.redirect(), "a huge answer", BrokenAnswers.huge(), "a stall",
				BrokenAnswers.stall(), "a dribble", BrokenAnswers.dribble());
		return Stream.of("/.well-known/openid-configuration", "/token", "/keys", "/userinfo")
			.flatMap((path) -> faults.entrySet()
				.stream()
				.map((fault) -> Arguments.of(path, fault.getKey(), fault.getValue())));
	}

	@BeforeEach
	void mark(CapturedOutput output) {
		this.mark = output.getAll().length();
	}

	@Test
	void honestProviderSignsIn(CapturedOutput output) {
		HttpResponse<String> page = this.agent.open("/certificates");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Robin Okafor");
		assertThat(this.agent.isSignedIn()).isTrue();
		assertThat(this.events.types()).containsExactly("SIGN_IN");
		assertThat(log(output)).doesNotContain("WARN", "ERROR");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lies")
	void lieSignsNobodyIn(String name, Consumer<TestProvider> lie, CapturedOutput output) {
		lie.accept(PROVIDER);
		assertRefused(this.agent.open("/certificates"), 401, "Sign-in failed", output);
	}

	@ParameterizedTest(name = "{0} gives {1}")
	@MethodSource("breakdowns")
	void breakdownSignsNobodyIn(String path, String name, HttpHandler fault, CapturedOutput output) {
		PROVIDER.answer(path, fault);
		assertRefused(this.agent.open("/certificates"), 503, "The sign-in service does not answer", output);
	}

	@Test
	void issuerThatDiffersFromDiscoverySignsNobodyIn(CapturedOutput output) {
		PROVIDER.metadata((metadata) -> metadata.put("issuer", "https://elsewhere.example.com"));
		assertRefused(this.agent.open("/certificates"), 503, "The sign-in service does not answer", output);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 404 })
	void discoveryThatIsRefusedSignsNobodyIn(int status, CapturedOutput output) {
		PROVIDER.answer("/.well-known/openid-configuration", TestProvider.status(status));
		assertRefused(this.agent.open("/certificates"), 503, "The sign-in service does not answer", output);
	}

	@Test
	void discoveryThatLacksEndpointsSignsNobodyIn(CapturedOutput output) {
		PROVIDER.metadata((metadata) -> metadata.keySet().retainAll(List.of("issuer")));
		assertRefused(this.agent.open("/certificates"), 503, "The sign-in service does not answer", output);
	}

	@Test
	void answerThatWasUsedSignsNobodyIn(CapturedOutput output, @LocalServerPort int port) {
		String answer = answer(this.agent);
		assertThat(this.agent.step(answer).headers().firstValue("Location").orElseThrow()).endsWith("/certificates");
		this.agent.signOut();
		this.events.reset(false);
		assertRefused(this.agent.open(answer), 401, "Sign-in failed", output);
		this.events.reset(false);
		TestAgent other = new TestAgent(port);
		other.step("/oauth2/authorization/sso");
		assertThat(other.open(answer).statusCode()).isEqualTo(401);
		assertThat(other.isSignedIn()).isFalse();
	}

	@Test
	void codeOfAnotherSignInSignsNobodyIn(CapturedOutput output) {
		String first = answer(this.agent);
		String second = answer(this.agent);
		String mixed = second.replaceAll("code=[^&]+", "code=" + first.replaceAll(".*code=([^&]+).*", "$1"));
		assertRefused(this.agent.open(mixed), 401, "Sign-in failed", output);
	}

	@Test
	void callbackOutOfNowhereSignsNobodyIn(CapturedOutput output) {
		assertRefused(this.agent.open("/login/oauth2/code/sso?code=x&state=y"), 401, "Sign-in failed", output);
	}

	@Test
	void tokensAreNotAskedForWhereARedirectLeads() {
		PROVIDER.answer("/keys", BrokenAnswers.redirect());
		CountDownLatch followed = new CountDownLatch(1);
		PROVIDER.answer("/elsewhere", (exchange) -> followed.countDown());
		this.agent.open("/certificates");
		assertThat(followed.getCount()).isEqualTo(1);
	}

	private void assertRefused(HttpResponse<String> answer, int status, String text, CapturedOutput output) {
		assertThat(answer.statusCode()).as(log(output)).isEqualTo(status);
		assertThat(answer.body()).contains(text, "Try again").doesNotContain("Exception", SECRET);
		assertThat(this.agent.isSignedIn()).isFalse();
		assertThat(log(output).lines().filter((line) -> line.contains("WARN") || line.contains("ERROR")))
			.singleElement()
			.asString()
			.contains("Sign-in failed: ")
			.doesNotContain(SECRET, "Okafor", "elsewhere", "somebody");
		assertThat(log(output)).doesNotContain("\tat ", "access-token-of-nobody", "forged");
		assertThat(PROVIDER.lastToken.split("\\.")).filteredOn((part) -> part.length() > 10)
			.noneMatch(log(output)::contains);
		assertThat(this.events.types()).containsExactly("SIGN_IN_FAILED");
		assertThat(this.events.events().get(0).getPrincipal()).isEqualTo("anonymous");
	}

	private String log(CapturedOutput output) {
		return output.getAll().substring(this.mark);
	}

	private static String answer(TestAgent agent) {
		agent.step("/certificates");
		String provider = agent.step("/oauth2/authorization/sso").headers().firstValue("Location").orElseThrow();
		return agent.step(provider).headers().firstValue("Location").orElseThrow();
	}

	private static Arguments lie(String name, Consumer<TestProvider> lie) {
		return Arguments.of(name, lie);
	}

	private static Arguments claim(String name, Object value) {
		return Arguments.of(name + " " + value, (Consumer<TestProvider>) (provider) -> provider.claims((claims) -> {
			claims.put("secret", SECRET);
			claims.put(name, value);
			claims.values().removeIf((other) -> other == null);
		}));
	}

}
