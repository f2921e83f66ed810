package dev.certdeck.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
 * Who is let in to API 2.0, over HTTP.
 */
class V2GateTests {

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
	@ValueSource(strings = { "Action", "Timestamp", "Nonce", "SecretId" })
	void missingCommonParameterIsNamed(String name) {
		JsonNode answer = call("CertGetList").without(name).post();
		assertError(answer, 4000, "InvalidParameter");
		assertThat(answer.path("message").asString()).contains("[" + name + "]");
	}

	@ParameterizedTest
	@CsvSource({ "Timestamp, soon", "Nonce, -1", "page, 0", "count, many", "withCert, 2", "certType, EV" })
	void illFormedParameterIsRefused(String name, String value) {
		assertError(call("CertGetList").with(name, value).post(), 4000, "InvalidParameter");
	}

	@Test
	void postTakesNothingFromTheQueryString() throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(sandbox.url() + "/v2/index.php?Action=CertGetList&Timestamp=1&Nonce=1"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("Timestamp=1"))
			.build();
		String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
		assertThat(answer).contains("\"code\":4000").contains("[Action]");
	}

	@Test
	void tooLargeBodyIsRefused() {
		assertError(call("CertUpload").with("cert", "x".repeat(30_000)).post(), 4000, "InvalidParameter");
	}

	@Test
	void unknownSecretIdIsRefused() {
		assertThat(call("CertGetList").with("SecretId", "AKIDnobody").get().path("code").asInt()).isEqualTo(4104);
	}

	@Test
	void wrongSignatureIsRefused() {
		assertError(call("CertGetList").secretKey("guessed").get(), 4100, "AuthFailure");
		assertError(call("CertGetList").with("Signature", "AAAA").post(), 4100, "AuthFailure");
	}

	@Test
	void signatureForATencentHostIsGood() {
		assertSuccess(call("CertGetList").signedForHost("wss.api.qcloud.com").get());
		assertError(call("CertGetList").signedForHost("wss.api.example.com").get(), 4100, "AuthFailure");
	}

	@ParameterizedTest
	@ValueSource(longs = { -310, 310 })
	void requestOfAnotherTimeIsRefused(long seconds) {
		Instant time = Instant.now().plusSeconds(seconds);
		assertThat(call("CertGetList").with("Timestamp", time.getEpochSecond()).post().path("code").asInt())
			.isEqualTo(4500);
	}

	@Test
	void requestWithinTheSkewIsTaken() {
		Instant time = Instant.now().minus(Duration.ofSeconds(290));
		assertSuccess(call("CertGetList").with("Timestamp", time.getEpochSecond()).post());
	}

	@Test
	void replayIsRefused() {
		TestCall call = call("CertGetList");
		assertSuccess(call.post());
		assertThat(call.post().path("code").asInt()).isEqualTo(4500);
	}

	@Test
	void unknownActionIsRefused() {
		assertThat(call("CertInvent").post().path("code").asInt()).isEqualTo(6100);
	}

	@Test
	void errorsArriveWithStatus200AndWithoutData() {
		assertThat(call("CertInvent").send("POST").statusCode()).isEqualTo(200);
		assertThat(call("CertInvent").post().has("data")).isFalse();
	}

	@Test
	void everythingBeyondAsciiIsEscaped() {
		String body = call("CertInvent").with("SecretId", "x").send("GET").body();
		assertThat(body).contains("\\u5bc6").matches("\\p{ASCII}*");
	}

	private static TestCall call(String action) {
		return new TestCall(sandbox.url(), action);
	}

	private static void assertSuccess(JsonNode answer) {
		assertThat(answer.path("code").asInt()).as(answer.toString()).isZero();
		assertThat(answer.path("codeDesc").asString()).isEqualTo("Success");
	}

	private static void assertError(JsonNode answer, int code, String codeDesc) {
		assertThat(answer.path("code").asInt()).as(answer.toString()).isEqualTo(code);
		assertThat(answer.path("codeDesc").asString()).isEqualTo(codeDesc);
	}

}
