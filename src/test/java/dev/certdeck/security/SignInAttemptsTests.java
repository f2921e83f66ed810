package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several tabs at the sign-in, and answers of the provider that come twice or from
 * somebody else.
 */
class SignInAttemptsTests extends ProviderScene {

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void tabsThatSignInSideBySideEachLeadToTheirPage(boolean inOrder) {
		String first = answer(this.agent, "/certificates?q=first");
		String second = answer(this.agent, "/certificates?q=second");
		assertThat(this.agent.open(inOrder ? first : second)).satisfies((page) -> assertPage(page, inOrder));
		assertThat(this.agent.open(inOrder ? second : first)).satisfies((page) -> assertPage(page, !inOrder));
		assertThat(this.events.types()).containsOnly("SIGN_IN");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void tabsOfABrowserThatHadNoSessionYetEachLeadToTheirPage(boolean inOrder) {
		TestAgent otherTab = new TestAgent(this.agent.port());
		String first = answer(this.agent, "/certificates?q=first");
		String second = answer(otherTab, "/certificates?q=second");
		this.agent.takeCookiesOf(otherTab);
		assertThat(this.agent.open(inOrder ? first : second)).satisfies((page) -> assertPage(page, inOrder));
		assertThat(this.agent.open(inOrder ? second : first)).satisfies((page) -> assertPage(page, !inOrder));
	}

	@Test
	void answerThatComesTwiceLeadsOn() {
		String answer = answer(this.agent, "/certificates?q=first");
		this.agent.open(answer);
		assertPage(this.agent.open(answer), true);
		assertThat(this.events.types()).containsExactly("SIGN_IN");
	}

	@Test
	void answerThatComesTwiceBecauseTheFirstPageWasLostLeadsOn() {
		String answer = answer(this.agent, "/certificates?q=first");
		TestAgent lost = new TestAgent(this.agent.port());
		lost.takeCookiesOf(this.agent);
		lost.open(answer);
		String page = this.agent.step(answer).headers().firstValue("Location").orElseThrow();
		assertPage(this.agent.open(page), true);
		assertThat(this.events.types()).containsOnly("SIGN_IN");
	}

	@Test
	void answerThatComesTwiceAtATimeLeadsOn() {
		String answer = answer(this.agent, "/certificates?q=first");
		TestAgent again = new TestAgent(this.agent.port());
		again.takeCookiesOf(this.agent);
		AtomicReference<HttpResponse<String>> meanwhile = new AtomicReference<>();
		PROVIDER.signing((claims) -> {
			meanwhile.set(again.step(answer));
			return PROVIDER.signed(claims);
		});
		assertPage(this.agent.open(answer), true);
		assertThat(meanwhile.get().headers().firstValue("Location")).get().asString().endsWith("/certificates?q=first");
		assertThat(this.events.types()).containsExactly("SIGN_IN");
	}

	@Test
	void refusalOfAnotherTabLeadsOnWhoeverIsSignedIn() {
		String first = answer(this.agent, "/certificates?q=first");
		this.agent.open("/certificates");
		String session = this.agent.session().orElseThrow();
		String refused = first.replaceAll("code=[^&]+", "error=temporarily_unavailable");
		assertPage(this.agent.open(refused), true);
		assertThat(this.agent.session()).hasValue(session);
		assertThat(this.events.types()).containsExactly("SIGN_IN", "SIGN_IN_FAILED");
	}

	@Test
	void answerOfSomebodyElseSignsNobodyIn() {
		String forged = answer(new TestAgent(this.agent.port()), "/certificates");
		HttpResponse<String> page = this.agent.open(forged);
		assertThat(page.statusCode()).isEqualTo(401);
		assertThat(page.body()).contains("Sign-in failed");
		assertThat(this.agent.isSignedIn()).isFalse();
		assertThat(this.events.types()).containsExactly("SIGN_IN_FAILED");
	}

	@Test
	void answerOfSomebodyElseChangesNothingForWhoeverIsSignedIn() {
		this.agent.open("/certificates");
		String session = this.agent.session().orElseThrow();
		String forged = answer(new TestAgent(this.agent.port()), "/certificates?q=forged");
		PROVIDER.claims((claims) -> claims.putAll(Map.of("sub", "user-2", "name", "Eve")));
		HttpResponse<String> page = this.agent.open(forged);
		assertThat(page.uri()).hasPath("/certificates").hasNoQuery();
		assertThat(page.body()).contains("Robin Okafor").doesNotContain("Eve");
		assertThat(this.agent.session()).hasValue(session);
		assertThat(this.events.types()).containsExactly("SIGN_IN", "SIGN_IN_FAILED");
	}

	@Test
	void answerThatComesAgainAfterTheSignOutSignsNobodyIn() {
		String answer = answer(this.agent, "/certificates");
		this.agent.open(answer);
		this.agent.signOut();
		assertThat(this.agent.open(answer).statusCode()).isEqualTo(401);
		assertThat(this.agent.isSignedIn()).isFalse();
	}

	@Test
	void failedSignInCanBeTriedAgainForTheSamePage() {
		String answer = answer(this.agent, "/certificates?q=first");
		HttpResponse<String> failed = this.agent.open(answer.replaceAll("code=[^&]+", "error=access_denied"));
		assertThat(failed.statusCode()).isEqualTo(401);
		assertThat(failed.body()).contains("href=\"/oauth2/authorization/sso\"");
		assertPage(this.agent.open("/oauth2/authorization/sso"), true);
	}

	@Test
	void attemptIsKeptByACookieThatEndsAndIsNoSession() {
		this.agent.step("/certificates");
		HttpResponse<String> started = this.agent.step("/oauth2/authorization/sso");
		assertThat(started.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.matches(
					"CERTDECK-[A-Za-z0-9_-]{16}=[A-Za-z0-9_-]{36}; Path=/; Max-Age=1800; Expires=[^;]+; HttpOnly; SameSite=Lax");
	}

	@Test
	void manyAttemptsDoNotPileUpInTheBrowser() {
		for (int times = 0; times < 25; times++) {
			this.agent.step("/oauth2/authorization/sso");
		}
		assertThat(this.agent.cookies()).isBetween(1, 10);
		assertPage(this.agent.open(answer(this.agent, "/certificates?q=first")), true);
	}

	private static String answer(TestAgent agent, String page) {
		agent.step(page);
		String provider = agent.step("/oauth2/authorization/sso").headers().firstValue("Location").orElseThrow();
		return agent.step(provider).headers().firstValue("Location").orElseThrow();
	}

	private static void assertPage(HttpResponse<String> page, boolean first) {
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.uri()).hasPath("/certificates").hasQuery(first ? "q=first" : "q=second");
	}

}
