package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Claims that are long or of an unexpected kind: they refuse nobody if Certdeck does not
 * need them, and never lead to a raw error page.
 */
@ExtendWith(OutputCaptureExtension.class)
class OddClaimsTests extends ProviderScene {

	private static final String LONG = "x".repeat(8000);

	private int mark;

	static Stream<Arguments> oddities() {
		return Stream
			.of("name", "preferred_username", "email", "email_verified", "phone_number_verified", "updated_at",
					"locale", "picture", "address", "sid", "auth_time", "acr", "amr", "at_hash", "zoneinfo")
			.flatMap((claim) -> Stream
				.of(LONG, "", " ", "a\u0000b\u001b[2J\r\nc\u2028d\u202e", "perhaps", -1, 1.5, true, List.of(LONG),
						List.of(), Map.of("name", "x"), "2026-11-27 10:00")
				.map((value) -> Arguments.of(claim, value)));
	}

	static Stream<String> unusableSubjects() {
		return Stream.of("s".repeat(256), "s".repeat(300), LONG, "\ud83d\ude00".repeat(128), "a\u0000b", "a\nb", "",
				"  ");
	}

	static Stream<String> usableSubjects() {
		return Stream.of("s".repeat(255), "auth0|5f7c8ec7c33c6c004bbafe82", "CN=Zoë Ångström, O=Ünïcode", "\"';--<b>");
	}

	@BeforeEach
	void mark(CapturedOutput output) {
		this.mark = output.getAll().length();
	}

	@ParameterizedTest(name = "{0} {index}")
	@MethodSource("oddities")
	void oddClaimRefusesNobody(String claim, Object value, CapturedOutput output) {
		PROVIDER.claims((claims) -> claims.put(claim, value));
		assertSignedIn(this.agent.open("/certificates"), output);
		PROVIDER.claims((claims) -> {
		});
		this.agent.signOut();
		PROVIDER.userInfo((claims) -> claims.put(claim, value));
		assertSignedIn(this.agent.open("/certificates"), output);
	}

	@Test
	void thousandGroupsRefuseNobody(CapturedOutput output) {
		List<String> groups = Stream
			.concat(Stream.of("deck-readers"), IntStream.range(0, 1000).mapToObj((number) -> "group-" + number))
			.toList();
		PROVIDER.claims((claims) -> claims.put("groups", groups));
		assertSignedIn(this.agent.open("/certificates"), output);
	}

	@Test
	void claimsNestedHundredsOfLevelsDeepRefuseNobody(CapturedOutput output) {
		Object nested = "x";
		for (int i = 0; i < 200; i++) {
			nested = (i % 2 == 0) ? List.of(nested) : Map.of("a", nested);
		}
		Object deep = nested;
		PROVIDER.userInfo((claims) -> claims.put("deep", deep));
		PROVIDER.claims((claims) -> claims.put("deep", deep));
		assertSignedIn(this.agent.open("/certificates"), output);
	}

	@Test
	void userInfoNestedWithoutEndIsRefusedWithAPage(CapturedOutput output) {
		String nested = "[".repeat(20_000) + "]".repeat(20_000);
		PROVIDER.answer("/userinfo", TestProvider.text("{\"sub\":\"user-1\",\"deep\":%s}".formatted(nested)));
		HttpResponse<String> page = this.agent.open("/certificates");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("The sign-in service does not answer", "request id");
		assertThat(log(output)).doesNotContain("\tat ");
	}

	@Test
	void claimsWithoutAValueRefuseNobody(CapturedOutput output) {
		Map<String, Object> none = Collections.singletonMap("x", null);
		PROVIDER.userInfo((claims) -> {
			claims.put("name", null);
			claims.put("others", Arrays.asList(null, none));
		});
		assertSignedIn(this.agent.open("/certificates"), output);
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("unusableSubjects")
	void subjectThatNobodyMayHaveIsRefusedWithAPage(String subject, CapturedOutput output) {
		signInAs(subject);
		HttpResponse<String> page = this.agent.open("/certificates");
		assertThat(page.statusCode()).isEqualTo(401);
		assertThat(page.body()).contains("Sign-in failed", "request id");
		assertThat(this.agent.isSignedIn()).isFalse();
		assertThat(this.events.types()).containsExactly("SIGN_IN_FAILED");
		assertThat(this.events.events().get(0).getData().get("detail")).asString().contains("sub");
		assertThat(log(output)).doesNotContain("\tat ");
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("usableSubjects")
	void subjectThatTheStandardAllowsIsTaken(String subject, CapturedOutput output) {
		signInAs(subject);
		assertSignedIn(this.agent.open("/certificates"), output);
		assertThat(this.events.events().get(0).getPrincipal()).isEqualTo(subject);
	}

	private static void signInAs(String subject) {
		PROVIDER.claims((claims) -> claims.put("sub", subject));
		PROVIDER.userInfo((claims) -> claims.put("sub", subject));
	}

	private void assertSignedIn(HttpResponse<String> page, CapturedOutput output) {
		assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
		assertThat(this.agent.isSignedIn()).isTrue();
		assertThat(page.body()).doesNotContain("\u0000", "\u001b", "\u2028", "\u202e", "x".repeat(200));
		assertThat(log(output)).doesNotContain("\tat ", " WARN ", " ERROR ");
	}

	private String log(CapturedOutput output) {
		return output.getAll().substring(this.mark);
	}

}
