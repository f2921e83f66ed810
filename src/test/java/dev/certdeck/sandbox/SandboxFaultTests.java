package dev.certdeck.sandbox;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The knobs of the sandbox.
 */
class SandboxFaultTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final TestMaterial MATERIAL = TestMaterial.elliptic("fault.example.com");

	private static Sandbox sandbox;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of("certificates", "10", "faults.CertGetList.kind", "error",
				"faults.CertGetList.code", "5300", "faults.CertGetList.times", "1"));
		assertThat(list().path("code").asInt()).isEqualTo(5300);
		assertThat(list().path("code").asInt()).isZero();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@BeforeEach
	void reset() throws Exception {
		control("DELETE", "faults", "");
		control("DELETE", "calls", "");
		control("POST", "pace", "latency=0s&requests-per-second=0");
	}

	@ParameterizedTest
	@CsvSource({ "false, 0", "true, 1" })
	void connectionIsCutBeforeOrAfterTheWrite(boolean after, int written) throws Exception {
		int before = total();
		control("POST", "faults", "action=CertUpload&kind=cut&times=1&after=" + after);
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(SandboxFaultTests::upload)
			.withStackTraceContaining("received no bytes");
		assertThat(total()).isEqualTo(before + written);
		assertThat(upload().path("code").asInt()).isZero();
		assertThat(calls().path("CertUpload").asInt()).isEqualTo(2);
	}

	@Test
	void faultKeepsOnUntilItIsTakenBack() throws Exception {
		control("POST", "faults", "action=CertGetList&kind=status&status=502");
		assertThat(new TestCall(sandbox.url(), "CertGetList").send("GET").statusCode()).isEqualTo(502);
		assertThat(new TestCall(sandbox.url(), "CertGetList").send("GET").statusCode()).isEqualTo(502);
		assertThat(control("GET", "faults", "").body()).isEqualTo("{\"CertGetList\":\"status\"}");
		control("DELETE", "faults?action=CertGetList", "");
		assertThat(list().path("code").asInt()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CertGetLst", "Describe", "DescribeLoadBalancers", "*" })
	void unknownActionIsRefusedWithTheListOfActions(String action) throws Exception {
		for (HttpResponse<String> refused : List.of(control("POST", "faults", "kind=cut&action=" + action),
				control("DELETE", "faults?action=" + action, ""))) {
			assertThat(refused.statusCode()).isEqualTo(400);
			assertThat(refused.body()).startsWith("There is no action '" + action + "'. The actions are: any, ")
				.contains("CertGetList", "DescribeCertificates", "clb.DescribeLoadBalancers");
		}
		assertThat(control("GET", "faults", "").body()).isEqualTo("{}");
	}

	@Test
	void unknownActionOfTheSettingsStopsTheSandbox() {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> Sandbox.start(Map.of("faults.CertGetLst.kind", "cut")))
			.withStackTraceContaining("There is no action 'CertGetLst'");
	}

	@Test
	void fieldOfTheAnswerIsAlteredOrLeftOut() throws Exception {
		control("POST", "faults", "action=CertGetList&kind=altered&field=/data/totalNum&json=2000000000");
		assertThat(list().path("data").path("totalNum").asInt()).isEqualTo(2_000_000_000);
		control("POST", "faults", "action=CertGetList&kind=altered&field=/data");
		assertThat(list().has("data")).isFalse();
		assertThat(list().path("code").asInt()).isZero();
		assertThat(control("POST", "faults", "kind=altered&field=data").statusCode()).isEqualTo(400);
		assertThat(control("POST", "faults", "kind=altered&field=/data&json=[").statusCode()).isEqualTo(400);
	}

	@Test
	void answerIsCutInTheMiddleAfterTheWrite() throws Exception {
		int before = total();
		control("POST", "faults", "action=CertUpload&kind=partial&times=1");
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(SandboxFaultTests::upload);
		assertThat(total()).isEqualTo(before + 1);
	}

	@Test
	void answerIsAPage() throws Exception {
		control("POST", "faults", "action=CertGetList&kind=html");
		HttpResponse<String> page = new TestCall(sandbox.url(), "CertGetList").send("GET");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).startsWith("<html>");
	}

	@Test
	void answerIsMalformed() throws Exception {
		int before = total();
		control("POST", "faults", "action=CertUpload&kind=malformed&after=true&times=1");
		String body = new TestCall(sandbox.url(), "CertUpload").with("cert", MATERIAL.certificatePem())
			.with("certType", "CA")
			.send("POST")
			.body();
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> new JsonMapper().readTree(body));
		assertThat(total()).isEqualTo(before + 1);
	}

	@Test
	void slowAnswerIsRightButLate() throws Exception {
		int before = total();
		control("POST", "faults", "action=any&kind=slow&delay=300ms&times=1");
		long start = System.nanoTime();
		assertThat(upload().path("code").asInt()).isZero();
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
		assertThat(total()).isEqualTo(before + 1);
	}

	@Test
	void latencyHoldsForEveryAnswer() throws Exception {
		control("POST", "pace", "latency=200ms");
		long start = System.nanoTime();
		assertThat(list().path("code").asInt()).isZero();
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000L);
		assertThat(control("GET", "pace", "").body()).contains("200ms");
	}

	@Test
	void requestsAboveTheRateAreRefused() throws Exception {
		control("POST", "pace", "requests-per-second=1");
		List<Integer> codes = IntStream.range(0, 10).mapToObj((number) -> list().path("code").asInt()).toList();
		assertThat(codes).contains(0, 4400);
	}

	@Test
	void callsAreCountedByAction() throws Exception {
		list();
		new TestCall(sandbox.url(), "CertDelete").with("id", "nothing1").secretKey("wrong").post();
		new TestCall(sandbox.url(), "Anything").post();
		JsonNode calls = calls();
		assertThat(calls.path("CertGetList").asInt()).isEqualTo(1);
		assertThat(calls.path("CertDelete").asInt()).isEqualTo(1);
		assertThat(calls.path("unknown").asInt()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "faults, action=CertUpload", "faults, action=CertUpload&kind=explode", "pace, latency=soon",
			"pace, requests-per-second=few" })
	void nonsenseIsRefused(String knob, String form) throws Exception {
		assertThat(control("POST", knob, form).statusCode()).isEqualTo(400);
		assertThat(list().path("code").asInt()).isZero();
	}

	private static JsonNode list() {
		return new TestCall(sandbox.url(), "CertGetList").post();
	}

	private static int total() {
		return list().at("/data/totalNum").asInt();
	}

	private static JsonNode upload() {
		return new TestCall(sandbox.url(), "CertUpload").with("cert", MATERIAL.certificatePem())
			.with("key", MATERIAL.keyPem())
			.with("certType", "SVR")
			.post();
	}

	private static JsonNode calls() throws Exception {
		return new JsonMapper().readTree(control("GET", "calls", "").body());
	}

	private static HttpResponse<String> control(String method, String knob, String form) throws Exception {
		return HTTP.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/" + knob))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.method(method, BodyPublishers.ofString(form))
			.build(), BodyHandlers.ofString());
	}

}
