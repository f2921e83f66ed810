package dev.certdeck.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is let in to API 3.0, over HTTP.
 */
class V3GateTests {

	private static Sandbox sandbox;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of("certificates", "3", "max-body", "20KB"));
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-TC-Action", "X-TC-Version", "X-TC-Timestamp" })
	void missingCommonHeaderIsNamed(String name) {
		JsonNode answer = call().without(name).post();
		assertError(answer, "MissingParameter");
		assertThat(answer.at("/Error/Message").asString()).contains("`" + name + "`");
	}

	@Test
	void illFormedHeadersAreRefused() {
		assertError(call().header("X-TC-Timestamp", "soon").post(), "InvalidParameter");
		assertError(call().header("Authorization", "Bearer x").post(), "AuthFailure.InvalidAuthorization");
		assertError(call().header("Authorization", " ").post(), "MissingParameter");
	}

	@Test
	void unknownSecretIdIsRefused() {
		assertError(call().secretId("AKIDnobody").post(), "AuthFailure.SecretIdNotFound");
	}

	@Test
	void wrongKeyIsRefused() {
		assertError(call().secretKey("guessed").post(), "AuthFailure.SignatureFailure");
	}

	@ParameterizedTest
	@ValueSource(longs = { -310, 310 })
	void requestOfAnotherTimeIsRefused(long seconds) {
		assertError(call().at(Instant.now().plusSeconds(seconds)).post(), "AuthFailure.SignatureExpire");
	}

	@Test
	void requestWithinTheSkewIsTaken() {
		assertSuccess(call().at(Instant.now().minus(Duration.ofSeconds(290))).post());
	}

	@Test
	void dateOfTheScopeIsThatOfTheTimestamp() {
		assertError(call().date("2020-01-01").post(), "AuthFailure.SignatureFailure");
	}

	@Test
	void anyTokenIsTakenUnlessOneIsRequired() {
		assertSuccess(call().header("X-TC-Token", "anything").post());
		try (Sandbox strict = Sandbox.start(Map.of("certificates", "1", "token", "session-token"))) {
			String url = strict.url();
			assertSuccess(new V3TestCall(url, "DescribeCertificates").header("X-TC-Token", "session-token").post());
			assertError(new V3TestCall(url, "DescribeCertificates").header("X-TC-Token", "stale").post(),
					"AuthFailure.TokenFailure");
			assertError(new V3TestCall(url, "DescribeCertificates").post(), "AuthFailure.TokenFailure");
			assertThat(new TestCall(url, "CertGetList").post().path("code").asInt()).isEqualTo(4105);
			assertThat(new TestCall(url, "CertGetList").with("Token", "session-token").post().path("code").asInt())
				.isZero();
		}
	}

	@Test
	void unknownVersionAndActionAreRefused() {
		assertError(call().header("X-TC-Version", "2018-04-26").post(), "NoSuchVersion");
		assertError(call().header("X-TC-Action", "DescribeListeners").post(), "InvalidAction");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"Page\": 1} | UnknownParameter | Page", "{\"Limit\": \"10\"} | InvalidParameter | Limit",
					"{\"Limit\": 1.5} | InvalidParameter | Limit", "{\"SearchKey\": 7} | InvalidParameter | SearchKey",
					"{\"CertificateStatus\": [\"1\"]} | InvalidParameter | CertificateStatus.0",
					"{\"CertificateStatus\": 1} | InvalidParameter | CertificateStatus",
					"{\"Tags\": [{\"Key\": \"a\"}]} | UnknownParameter | Tags.0.Key",
					"{\"Limit\": -1} | InvalidParameterValue | Limit",
					"{\"FilterSource\": \"gift\"} | InvalidParameterValue | FilterSource" })
	void parametersAreCheckedByNameTypeAndValue(String body, String code, String name) {
		JsonNode answer = call().body(body).post();
		assertError(answer, code);
		assertThat(answer.at("/Error/Message").asString()).contains("`" + name + "`");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "{\"Limit\": 1", "Limit=1" })
	void bodyMustBeAnObject(String body) {
		assertError(call().body(body).post(), "InvalidParameter");
	}

	@Test
	void tooLargeBodyIsRefused() {
		assertError(call().body("{\"SearchKey\":\"" + "x".repeat(30_000) + "\"}").post(), "RequestSizeLimitExceeded");
	}

	@Test
	void everyAnswerHasStatus200AndAnIdOfItsOwn() {
		assertThat(call().secretKey("guessed").send().statusCode()).isEqualTo(200);
		String one = call().post().path("RequestId").asString();
		assertThat(one).hasSize(36).isNotEqualTo(call().post().path("RequestId").asString());
		assertThat(call().secretKey("guessed").post().path("RequestId").asString()).hasSize(36);
	}

	@Test
	void rootBelongsToTheLoginProviderButForPost() throws Exception {
		HttpResponse<String> page = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/")).build(), BodyHandlers.ofString());
		assertThat(page.statusCode()).isEqualTo(302);
		assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
	}

	private static V3TestCall call() {
		return new V3TestCall(sandbox.url(), "DescribeCertificates");
	}

	private static void assertSuccess(JsonNode answer) {
		assertThat(answer.has("Error")).as(answer.toString()).isFalse();
		assertThat(answer.path("TotalCount").asInt()).isPositive();
	}

	private static void assertError(JsonNode answer, String code) {
		assertThat(answer.at("/Error/Code").asString()).as(answer.toString()).isEqualTo(code);
	}

}
