package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * User info that comes as a token ({@code application/jwt}).
 */
class UserInfoTokenTests extends ProviderScene {

	static Stream<Arguments> lies() {
		return Stream.of(lie("other key", (provider) -> provider.userInfoSigning(provider::signedWithOtherKey)),
				lie("unsigned", (provider) -> provider.userInfoSigning(provider::unsigned)),
				lie("shared secret",
						(provider) -> provider.userInfoSigning((claims) -> provider.keys().signedWithSecret(claims))),
				lie("encrypted", (provider) -> provider.userInfoSigning((claims) -> provider.keys().encrypted(claims))),
				lie("no token", (provider) -> provider.userInfoSigning((claims) -> "a.b.c")),
				lie("nothing", (provider) -> provider.userInfoSigning((claims) -> "")),
				lie("JSON under a wrong name",
						(provider) -> provider.userInfoSigning((claims) -> "{\"sub\":\"user-1\"}")),
				lie("cut off",
						(provider) -> provider
							.userInfoSigning((claims) -> provider.signed(claims).replaceAll("[^.]+$", ""))),
				claim("sub", "user-2"), claim("sub", null), claim("iss", "https://elsewhere.example.com"),
				claim("iss", null), claim("aud", List.of("somebody-else")), claim("aud", null),
				claim("exp", 1_000_000));
	}

	@BeforeEach
	void groupsComeWithTheUserInfo() {
		PROVIDER.claims((claims) -> claims.remove("groups"));
		PROVIDER.userInfoSigning(PROVIDER::signed);
		PROVIDER.userInfo((claims) -> claims.put("groups", List.of("deck-owners")));
	}

	@Test
	void signedUserInfoCountsLikePlainOne() {
		assertThat(this.agent.open("/certificates").body()).contains("Robin Okafor", "· admin");
	}

	@Test
	void severalAudiencesMayStandInTheUserInfo() {
		PROVIDER.userInfo((claims) -> {
			claims.put("aud", List.of("other", "certdeck"));
			claims.put("groups", List.of("deck-readers"));
		});
		assertThat(this.agent.open("/certificates").body()).contains("· viewer");
	}

	@Test
	void algorithmThatIsAnnouncedForTheUserInfoIsTaken() {
		PROVIDER.metadata((metadata) -> {
			metadata.put("userinfo_signing_alg_values_supported", List.of("none", "RS256"));
			metadata.put("id_token_signing_alg_values_supported", List.of("RS256", "ES256"));
		});
		assertThat(this.agent.open("/certificates").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lies")
	void lieSignsNobodyIn(String name, Consumer<TestProvider> lie) {
		lie.accept(PROVIDER);
		HttpResponse<String> page = this.agent.open("/certificates");
		assertThat(page.statusCode()).isEqualTo(401);
		assertThat(page.body()).contains("Sign-in failed", "request id");
		assertThat(this.agent.isSignedIn()).isFalse();
		assertThat(this.events.events()).singleElement()
			.satisfies((event) -> assertThat(event.getData().get("detail")).asString()
				.startsWith("invalid_user_info_response"));
	}

	@Test
	void tokenThatIsNoUserInfoIsNotTakenElsewhere() {
		for (String path : List.of("/token", "/keys", "/.well-known/openid-configuration")) {
			PROVIDER.answer(path,
					(exchange) -> Replies.send(exchange, 200, "application/jwt", PROVIDER.signed(Map.of())));
			assertThat(this.agent.open("/certificates").statusCode()).isIn(401, 503);
			assertThat(this.agent.isSignedIn()).isFalse();
		}
	}

	private static Arguments lie(String name, Consumer<TestProvider> lie) {
		return Arguments.of(name, lie);
	}

	private static Arguments claim(String name, Object value) {
		return lie(name + " " + value, (provider) -> provider.userInfo((claims) -> {
			claims.put(name, value);
			claims.values().removeIf((other) -> other == null);
		}));
	}

}
