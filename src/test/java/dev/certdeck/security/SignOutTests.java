package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions end when their owner or the provider says so.
 */
@ExtendWith(OutputCaptureExtension.class)
class SignOutTests extends ProviderScene {

	@Autowired
	JdbcClient jdbc;

	static Stream<Arguments> lies() {
		return Stream.of(lie("other key", (claims) -> {
		}, PROVIDER::signedWithOtherKey), lie("unsigned", (claims) -> {
		}, PROVIDER::unsigned), lie("no JWT", (claims) -> {
		}, (claims) -> "a.b.c"), claim("iss", "https://elsewhere.example.com"), claim("iss", null),
				claim("aud", List.of("somebody-else")), claim("aud", null), claim("events", null),
				claim("events", "http://schemas.openid.net/event/backchannel-logout"),
				claim("events", Map.of("other", Map.of())), claim("nonce", "n"), claim("exp", 1_000_000),
				claim("jti", null), claim("sub", null), claim("sub", "somebody-else"), claim("sid", "other"),
				claim("iat", Instant.now().getEpochSecond() - 600));
	}

	@BeforeEach
	void signIn() {
		this.agent.open("/certificates");
		this.events.reset(false);
	}

	@Test
	void signOutEndsTheSessionClearsSiteDataAndLeadsToTheProvider() {
		HttpResponse<String> answer = this.agent.signOut();
		assertThat(answer.headers().firstValue("Location")).get()
			.asString()
			.startsWith(PROVIDER.issuer() + "/end-session?id_token_hint=")
			.contains("post_logout_redirect_uri=http://localhost:", "/signed-out");
		assertThat(answer.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.startsWith("CERTDECK=; Path=/; Max-Age=0;");
		assertThat(this.agent.session()).isEmpty();
		assertThat(this.agent.isSignedIn()).isFalse();
		assertThat(this.events.events()).singleElement().satisfies((event) -> assertSignOut(event, "sign-out"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10, 30, 60, 100, 130, 200, 800 })
	void signOutLeadsToTheProviderHoweverLongTheTokenIs(int groups) {
		this.agent.signOut();
		PROVIDER.claims((claims) -> claims.put("groups",
				Stream.concat(Stream.of("deck-readers"), Stream.generate(UUID::randomUUID).map(UUID::toString))
					.limit(groups)
					.toList()));
		this.agent.open("/certificates");
		HttpResponse<String> answer = this.agent.signOut();
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(headSize(answer)).isLessThan(4000);
		String location = answer.headers().firstValue("Location").orElseThrow();
		assertThat(location).startsWith(PROVIDER.issuer() + "/end-session?")
			.contains("post_logout_redirect_uri=http://localhost:%d/signed-out".formatted(this.agent.port()))
			.containsPattern((groups > 30) ? "[?&]client_id=certdeck(&|$)" : "[?&]id_token_hint=ey");
		assertThat(location.contains("id_token_hint")).isEqualTo(groups <= 30);
		assertThat(this.agent.open(location).body()).isEqualTo("signed out at the provider");
		assertThat(this.agent.isSignedIn()).isFalse();
	}

	@Test
	void rowOfTheProvidersSessionGoesWithTheSession() {
		this.jdbc.sql("delete from spring_session").update();
		this.agent.open("/certificates");
		assertThat(rows()).isEqualTo(1);
		this.agent.signOut();
		assertThat(rows()).isZero();
	}

	@Test
	void signOutThatCannotBeRecordedStillEndsTheSession() {
		this.events.reset(true);
		this.agent.signOut();
		assertThat(this.agent.isSignedIn()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 302, 400, 404, 503 })
	void signOutWhileTheProviderIsAwayEndsTheSessionHereAndSaysSo(int status, CapturedOutput output) {
		PROVIDER.answer("/.well-known/openid-configuration", TestProvider.status(status));
		HttpResponse<String> answer = this.agent.signOut();
		HttpResponse<String> page = this.agent.open(answer.headers().firstValue("Location").orElseThrow());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.uri()).hasPath("/signed-out");
		assertThat(page.body()).contains("signed out of Certdeck alone");
		assertThat(this.agent.isSignedIn()).isFalse();
		assertThat(output.getAll()).containsOnlyOnce("Signed out of Certdeck alone: ").doesNotContain("\tat ");
	}

	@Test
	void providerEndsTheSessionsOfAPerson(@LocalServerPort int port) {
		TestAgent elsewhere = new TestAgent(port);
		elsewhere.open("/certificates");
		TestAgent somebodyElse = new TestAgent(port);
		PROVIDER.claims((claims) -> claims.put("sub", "user-2"));
		PROVIDER.userInfo((claims) -> claims.put("sub", "user-2"));
		somebodyElse.open("/certificates");
		this.events.reset(false);
		HttpResponse<String> answer = send(PROVIDER.signed(PROVIDER.logoutClaims("user-1")));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(this.agent.isSignedIn()).isFalse();
		assertThat(elsewhere.isSignedIn()).isFalse();
		assertThat(somebodyElse.isSignedIn()).isTrue();
		assertThat(this.events.events()).hasSize(2).allSatisfy((event) -> assertSignOut(event, "identity provider"));
	}

	@Test
	void providerEndsOneSessionOfAPerson(@LocalServerPort int port) {
		PROVIDER.claims((claims) -> claims.put("sid", "sid-2"));
		TestAgent elsewhere = new TestAgent(port);
		elsewhere.open("/certificates");
		Map<String, Object> claims = PROVIDER.logoutClaims("user-1");
		claims.remove("sub");
		claims.put("sid", "sid-2");
		assertThat(send(PROVIDER.signed(claims)).statusCode()).isEqualTo(200);
		assertThat(elsewhere.isSignedIn()).isFalse();
		assertThat(this.agent.isSignedIn()).isTrue();
	}

	@Test
	void tokenThatIsSentAgainDoesNoHarm() {
		Map<String, Object> claims = PROVIDER.logoutClaims("user-1");
		claims.put("iat", Instant.now().getEpochSecond() + 1);
		String token = PROVIDER.signed(claims);
		send(token);
		assertThat(this.agent.isSignedIn()).isFalse();
		PROVIDER.claims((later) -> later.put("iat", Instant.now().getEpochSecond() + 2));
		this.agent.open("/certificates");
		assertThat(send(token).statusCode()).isEqualTo(200);
		assertThat(this.agent.isSignedIn()).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lies")
	void lieEndsNoSession(String name, Consumer<Map<String, Object>> change,
			Function<Map<String, Object>, String> signing, CapturedOutput output) {
		Map<String, Object> claims = PROVIDER.logoutClaims("user-1");
		change.accept(claims);
		String token = signing.apply(claims);
		HttpResponse<String> answer = send(token);
		assertThat(this.agent.isSignedIn()).isTrue();
		assertThat(answer.statusCode()).isIn(200, 400);
		assertThat(output.getAll()).doesNotContain("\tat ", token, "elsewhere", "somebody");
		if (answer.statusCode() == 400) {
			assertThat(output.getAll()).containsOnlyOnce("Sign-out by the provider refused: ");
		}
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("dev.certdeck.security.OddClaimsTests#unusableSubjects")
	void subjectThatNobodyMayHaveEndsNoSession(String subject) {
		Map<String, Object> claims = PROVIDER.logoutClaims(subject);
		assertThat(send(PROVIDER.signed(claims)).statusCode()).isEqualTo(400);
		assertThat(this.agent.isSignedIn()).isTrue();
	}

	@Test
	void idTokenIsNoLogoutToken() {
		assertThat(send(PROVIDER.lastToken).statusCode()).isEqualTo(400);
		assertThat(this.agent.isSignedIn()).isTrue();
	}

	@Test
	void tokenThatCannotBeCheckedIsAskedForAgain() {
		PROVIDER.answer("/.well-known/openid-configuration", TestProvider.status(500));
		ReflectionTestUtils.setField(this.provider, "known", null);
		assertThat(send(PROVIDER.signed(PROVIDER.logoutClaims("user-1"))).statusCode()).isEqualTo(503);
		assertThat(this.agent.isSignedIn()).isTrue();
	}

	@Test
	void missingTokenIsABadRequest() {
		assertThat(this.agent.post(BackChannelSignOut.PATH, "other=1").statusCode()).isEqualTo(400);
	}

	private HttpResponse<String> send(String token) {
		return new TestAgent(this.agent.port()).post(BackChannelSignOut.PATH, "logout_token=" + token);
	}

	private static int headSize(HttpResponse<String> answer) {
		return answer.headers()
			.map()
			.entrySet()
			.stream()
			.flatMap((header) -> header.getValue().stream().map((value) -> header.getKey() + ": " + value + "\r\n"))
			.mapToInt(String::length)
			.sum();
	}

	private long rows() {
		return this.jdbc.sql("select count(*) from provider_session").query(Long.class).single();
	}

	private static void assertSignOut(AuditEvent event, String detail) {
		assertThat(event.getPrincipal()).isEqualTo("user-1");
		assertThat(event.getType()).isEqualTo("SIGN_OUT");
		assertThat(event.getData())
			.isEqualTo(Map.of("person", "Robin Okafor", "address", "127.0.0.1", "detail", detail));
	}

	private static Arguments lie(String name, Consumer<Map<String, Object>> change,
			Function<Map<String, Object>, String> signing) {
		return Arguments.of(name, change, signing);
	}

	private static Arguments claim(String name, Object value) {
		return lie(name + " " + value, (claims) -> {
			claims.put(name, value);
			claims.values().removeIf((other) -> other == null);
		}, PROVIDER::signed);
	}

}
