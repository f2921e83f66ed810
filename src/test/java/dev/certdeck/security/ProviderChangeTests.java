package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An identity provider that changes while Certdeck runs, or is away.
 */
class ProviderChangeTests extends ProviderScene {

	private static final String DISCOVERY = "/.well-known/openid-configuration";

	private static final long ONE_QUESTION = 2;

	private TestAgent other;

	static Stream<Arguments> changes() {
		return Stream.of(change("token endpoint", (provider) -> provider.move("/token", "/token2")),
				change("user info endpoint", (provider) -> provider.move("/userinfo", "/userinfo2")),
				change("address of the keys", (provider) -> {
					provider.move("/keys", "/keys2");
					provider.keys().rotate("key-2");
				}), change("key", (provider) -> provider.keys().rotate("key-3")),
				change("key of the same name", (provider) -> provider.keys().rotate("key-1")),
				change("algorithm", (provider) -> provider.keys().turnElliptic()), change("everything", (provider) -> {
					provider.move("/token", "/token2");
					provider.move("/keys", "/keys2");
					provider.move("/userinfo", "/userinfo2");
					provider.keys().rotate("key-4");
				}));
	}

	@BeforeEach
	void signIn(@LocalServerPort int port) {
		this.agent.open("/certificates");
		this.other = new TestAgent(port);
	}

	@AfterEach
	void rotateBack() {
		PROVIDER.keys().rotate("key-1");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("changes")
	void changeIsFollowedAtOnce(String name, Consumer<TestProvider> change) {
		change.accept(PROVIDER);
		assertThat(this.other.open("/certificates").statusCode()).isEqualTo(200);
		assertThat(this.other.isSignedIn()).isTrue();
	}

	@Test
	void changeIsFollowedASecondTime() {
		PROVIDER.keys().rotate("key-2");
		assertThat(this.other.open("/certificates").statusCode()).isEqualTo(200);
		PROVIDER.keys().rotate("key-3");
		this.other.signOut();
		assertThat(this.other.open("/certificates").statusCode()).isEqualTo(200);
	}

	@Test
	void keyThatChangedSignsOut() {
		PROVIDER.keys().rotate("key-2");
		String token = PROVIDER.signed(PROVIDER.logoutClaims("user-1"));
		assertThat(this.other.post(BackChannelSignOut.PATH, "logout_token=" + token).statusCode()).isEqualTo(200);
		assertThat(this.agent.isSignedIn()).isFalse();
	}

	@Test
	void placeToSignInIsAskedForAnewAfterAnHour() {
		PROVIDER.move("/authorize", "/authorize2");
		this.clock.putForward(Duration.ofHours(1));
		assertThat(this.other.step("/oauth2/authorization/sso").headers().firstValue("Location")).get()
			.asString()
			.startsWith(PROVIDER.issuer() + "/authorize2?");
	}

	@Test
	void whatIsKnownIsNotAskedForAgain() {
		long before = PROVIDER.asked(DISCOVERY);
		this.other.open("/certificates");
		assertThat(PROVIDER.asked(DISCOVERY)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 404, 503 })
	void whatIsKnownServesWhileTheProviderTellsNothing(int status) {
		this.clock.putForward(Duration.ofHours(2));
		PROVIDER.answer(DISCOVERY, TestProvider.status(status));
		assertThat(this.agent.isSignedIn()).isTrue();
		HttpResponse<String> page = this.other.open("/certificates");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(this.other.isSignedIn()).isTrue();
	}

	@Test
	void whatIsKnownServesWhileTheKeysAreAway() {
		this.clock.putForward(Duration.ofHours(2));
		PROVIDER.answer("/keys", TestProvider.status(503));
		assertThat(this.other.open("/certificates").statusCode()).isEqualTo(200);
	}

	@Test
	void signInsThatDoNotFitLetTheProviderBeAskedOnce() {
		this.clock.stop();
		long before = asked();
		PROVIDER.callback((answer) -> answer.put("code", "made-up"));
		for (int i = 0; i < 10; i++) {
			this.other.open("/certificates");
		}
		assertThat(asked() - before).isEqualTo(ONE_QUESTION);
	}

	@Test
	void forgedLogoutTokensLetTheProviderBeAskedOnceAMinute() {
		long before = asked();
		Instant start = this.clock.instant();
		for (int second = 0; second < 60; second += 6) {
			this.clock.stop(start.plusSeconds(second));
			forgeLogoutToken("guest-" + second);
		}
		assertThat(asked() - before).isEqualTo(ONE_QUESTION);
		this.clock.stop(start.plusSeconds(60));
		forgeLogoutToken("guest");
		assertThat(asked() - before).isEqualTo(2 * ONE_QUESTION);
		assertThat(this.agent.isSignedIn()).isTrue();
	}

	@Test
	void forgedLogoutTokensDoNotHideAChangeFromSignInsNorForLong() {
		this.clock.stop();
		forgeLogoutToken("guest-1");
		PROVIDER.keys().rotate("key-2");
		String token = PROVIDER.signed(PROVIDER.logoutClaims("user-1"));
		assertThat(this.other.post(BackChannelSignOut.PATH, "logout_token=" + token).statusCode()).isEqualTo(400);
		assertThat(this.other.open("/certificates").statusCode()).isEqualTo(200);
		assertThat(this.other.isSignedIn()).isTrue();
		assertThat(this.other.post(BackChannelSignOut.PATH, "logout_token=" + token).statusCode()).isEqualTo(200);
		assertThat(this.agent.isSignedIn()).isFalse();
	}

	@Test
	void logoutTokensDoNotAskAgainAndAgainForWhatTheProviderDoesNotTell() {
		this.clock.putForward(Duration.ofMinutes(6));
		this.clock.stop();
		PROVIDER.answer(DISCOVERY, TestProvider.status(503));
		long before = asked();
		for (int i = 0; i < 10; i++) {
			forgeLogoutToken("guest-" + i);
		}
		// Once for the tokens and once for the page that is shown to whoever sent them.
		assertThat(asked() - before).isLessThanOrEqualTo(2);
	}

	private void forgeLogoutToken(String key) {
		Map<String, Object> claims = PROVIDER.logoutClaims("user-1");
		PROVIDER.keys().rotate(key);
		String forged = PROVIDER.signed(claims);
		PROVIDER.keys().rotate("key-1");
		assertThat(this.other.post(BackChannelSignOut.PATH, "logout_token=" + forged).statusCode()).isEqualTo(400);
	}

	private static long asked() {
		return PROVIDER.asked(DISCOVERY) + PROVIDER.asked("/keys");
	}

	@Test
	void changeIsFollowedTenSecondsAfterAnAnswerThatDidNotFit() {
		PROVIDER.callback((answer) -> answer.put("code", "made-up"));
		this.other.open("/certificates");
		PROVIDER.callback((answer) -> {
		});
		PROVIDER.move("/token", "/token2");
		this.clock.putForward(Duration.ofSeconds(11));
		assertThat(this.other.open("/certificates").statusCode()).isEqualTo(200);
	}

	@Test
	void formsMayLeadWhereTheProviderSaysThatPeopleSignInAndOut() {
		PROVIDER.metadata((metadata) -> {
			metadata.put("authorization_endpoint", "https://sign-in.example.com/authorize?tenant=1");
			metadata.put("end_session_endpoint", "https://sign-out.example.com:8443/end");
		});
		this.clock.putForward(Duration.ofHours(1));
		this.other.step("/oauth2/authorization/sso");
		assertThat(this.agent.step("/certificates").headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("form-action 'self' " + PROVIDER.issuer()
					+ " https://sign-in.example.com https://sign-out.example.com:8443;");
	}

	private static Arguments change(String name, Consumer<TestProvider> change) {
		return Arguments.of(name, change);
	}

}
