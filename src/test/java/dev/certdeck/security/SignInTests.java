package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a sign-in asks of the provider and what it leaves behind.
 */
@ExtendWith(OutputCaptureExtension.class)
class SignInTests extends ProviderScene {

	@Autowired
	JdbcClient jdbc;

	@Autowired
	OAuth2AuthorizedClientService accessTokens;

	@Test
	void providerIsAskedWithStateNonceAndProofKey() {
		String question = this.agent.step("/oauth2/authorization/sso").headers().firstValue("Location").orElseThrow();
		assertThat(question).startsWith(PROVIDER.issuer() + "/authorize?")
			.contains("response_type=code", "&state=", "&nonce=", "&code_challenge=", "&code_challenge_method=S256",
					"/login/oauth2/code/sso")
			.doesNotContain("acr_values", "max_age", "prompt");
	}

	@ParameterizedTest
	@ValueSource(strings = { "action=steal", "redirect_uri=https://elsewhere.example.com" })
	void visitorDoesNotChooseWhereTheProviderAnswers(String query) {
		String question = this.agent.step("/oauth2/authorization/sso?" + query)
			.headers()
			.firstValue("Location")
			.orElseThrow();
		assertThat(question)
			.contains("redirect_uri=http://localhost:%d/login/oauth2/code/sso".formatted(this.agent.port()))
			.doesNotContain("steal", "elsewhere");
	}

	@Test
	void signInLeadsToThePageThatWasAskedFor() {
		HttpResponse<String> page = this.agent.open("/certificates?q=shop");
		assertThat(page.uri()).hasPath("/certificates").hasParameter("q", "shop");
	}

	@Test
	void signInMayBeginWithoutAPage() {
		HttpResponse<String> page = this.agent.open("/oauth2/authorization/sso");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.uri()).hasPath("/certificates");
	}

	@ParameterizedTest
	@CsvSource({ "/favicon.ico, Accept, image/avif", "/certificates?q=probe, Accept, */*",
			"/certificates/progress, HX-Request, true", "/certificates?q=script, Sec-Fetch-Mode, cors",
			"/certificates?q=advance, Sec-Purpose, prefetch" })
	void onlyAPageThatAPersonAskedForIsThePageAfterTheSignIn(String path, String header, String value) {
		this.agent.step("/certificates?q=shop");
		this.agent.step(path, header, value);
		assertThat(this.agent.open("/oauth2/authorization/sso").uri()).hasPath("/certificates")
			.hasParameter("q", "shop");
	}

	@Test
	void signInChangesTheIdOfTheSession() {
		this.agent.step("/certificates");
		String before = this.agent.session().orElseThrow();
		this.agent.open("/certificates");
		assertThat(this.agent.session()).get().isNotEqualTo(before);
		assertThat(before).matches("[A-Za-z0-9_-]{36}").doesNotMatch("[0-9a-f-]{36}");
	}

	@Test
	void groupsMayComeWithTheUserInfoAndCountAnewAtEachSignIn() {
		PROVIDER.claims((claims) -> claims.remove("groups"));
		PROVIDER.userInfo((claims) -> claims.put("groups", List.of("deck-owners")));
		assertThat(this.agent.open("/certificates").body()).contains("· admin");
		PROVIDER.userInfo((claims) -> claims.put("groups", "deck-readers"));
		this.agent.signOut();
		assertThat(this.agent.open("/certificates").body()).contains("· viewer");
	}

	@Test
	void signInIsRecordedOnce() {
		this.agent.open("/certificates");
		this.agent.open("/certificates");
		assertThat(this.events.events()).singleElement()
			.satisfies((event) -> assertEvent(event, "user-1", "SIGN_IN", "Robin Okafor", "operator"));
	}

	@Test
	void personWithoutAKnownGroupIsRecordedOnceAndSeesTheGroups() {
		PROVIDER.claims((claims) -> claims.put("groups", List.of("others")));
		HttpResponse<String> page = this.agent.open("/certificates");
		this.agent.open("/");
		assertThat(page.statusCode()).isEqualTo(403);
		assertThat(page.body()).contains("deck-readers", "deck-writers");
		assertThat(this.events.events()).singleElement()
			.satisfies((event) -> assertEvent(event, "user-1", "NO_ROLE", "Robin Okafor", "none"));
	}

	@Test
	void personWhoseGroupsWereLeftOutIsToldWhatToChange(CapturedOutput output) {
		PROVIDER.claims((claims) -> {
			claims.remove("groups");
			claims.put("_claim_names", Map.of("groups", "src1"));
			claims.put("_claim_sources", Map.of("src1", Map.of("endpoint", "https://graph.example.com/secret")));
		});
		HttpResponse<String> page = this.agent.open("/certificates");
		assertThat(page.statusCode()).isEqualTo(403);
		assertThat(page.body())
			.contains("left your groups out because you are in too many", "Groups assigned to the application",
					"certdeck.sso.groups-claim")
			.doesNotContain("none of your groups", "graph.example.com");
		assertThat(output.getAll()).containsOnlyOnce("left the groups out because there are too many")
			.doesNotContain("graph.example.com");
		assertThat(this.events.types()).containsExactly("NO_ROLE");
	}

	@Test
	void groupsThatComeWithTheUserInfoCountWhereTheTokenLeavesThemOut() {
		PROVIDER.claims((claims) -> {
			claims.remove("groups");
			claims.put("_claim_names", Map.of("groups", "src1"));
		});
		PROVIDER.userInfo((claims) -> claims.put("groups", List.of("others")));
		assertThat(this.agent.open("/certificates").body()).contains("none of your groups");
		PROVIDER.userInfo((claims) -> claims.put("groups", List.of("deck-readers")));
		this.agent.open("/oauth2/authorization/sso");
		assertThat(this.agent.isSignedIn()).isTrue();
	}

	@Test
	void refusedPageIsRecordedWithWhatWasAskedFor() {
		PROVIDER.claims((claims) -> claims.put("groups", List.of("deck-readers")));
		this.agent.open("/certificates");
		this.events.reset(false);
		assertThat(this.agent.open("/certificates/upload?secret=1").statusCode()).isEqualTo(403);
		assertThat(this.events.events()).singleElement()
			.satisfies((event) -> assertEvent(event, "user-1", "ACCESS_DENIED", "Robin Okafor",
					"GET /certificates/upload"));
	}

	@Test
	void formWithoutATokenIsRecordedWhoeverSendsIt() {
		assertThat(this.agent.post("/certificates/refresh", "_csrf=x").statusCode()).isEqualTo(403);
		assertThat(this.events.events()).singleElement()
			.satisfies((event) -> assertEvent(event, "anonymous", "ACCESS_DENIED", "anonymous",
					"POST /certificates/refresh"));
		this.agent.open("/certificates");
		this.events.reset(false);
		assertThat(this.agent.post("/certificates/refresh", "_csrf=x").statusCode()).isEqualTo(403);
		assertThat(this.events.events()).singleElement()
			.satisfies((event) -> assertEvent(event, "user-1", "ACCESS_DENIED", "Robin Okafor",
					"POST /certificates/refresh"));
	}

	@Test
	void signInThatCannotBeRecordedIsNone() {
		this.events.reset(true);
		HttpResponse<String> page = this.agent.open("/certificates");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("could not record that you sign in").doesNotContain("Exception");
		assertThat(this.agent.isSignedIn()).isFalse();
	}

	@Test
	void secondSignInOfASessionTakesTheFirstOnesPlace() {
		this.agent.open("/certificates");
		PROVIDER.claims((claims) -> claims.put("sid", "sid-2"));
		long before = rows();
		this.agent.open("/oauth2/authorization/sso");
		assertThat(this.agent.isSignedIn()).isTrue();
		assertThat(rows()).isEqualTo(before);
	}

	@Test
	void accessTokenIsNotKept() {
		this.agent.open("/certificates");
		List<byte[]> kept = this.jdbc.sql("select attribute_bytes from spring_session_attributes")
			.query(byte[].class)
			.list();
		assertThat(this.accessTokens.<OAuth2AuthorizedClient>loadAuthorizedClient("sso", "user-1")).isNull();
		assertThat(kept).isNotEmpty()
			.noneMatch(
					(content) -> new String(content, StandardCharsets.ISO_8859_1).contains("access-token-of-nobody"));
	}

	private long rows() {
		return this.jdbc.sql("select count(*) from provider_session").query(Long.class).single();
	}

	private static void assertEvent(AuditEvent event, String principal, String type, String person, String detail) {
		assertThat(event.getPrincipal()).isEqualTo(principal);
		assertThat(event.getType()).isEqualTo(type);
		assertThat(event.getData())
			.containsAllEntriesOf(Map.of("person", person, "address", "127.0.0.1", "detail", detail));
		assertThat(event.getData().containsKey("unknown")).isEqualTo(principal.equals("anonymous"));
	}

}
