package dev.certdeck.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What API 3.0 does in the background, and the knobs that belong to it.
 */
class V3TaskTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static Sandbox sandbox;

	private static TencentClients clients;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of("task-duration", "1h"));
		clients = TencentClients.of(sandbox);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@BeforeEach
	void reset() throws Exception {
		control("DELETE", "tasks", "");
		control("POST", "tasks", "duration=0s");
	}

	@Test
	void deletionWithCheckIsATaskThatDeletes() throws Exception {
		String id = uploaded();
		JsonNode answer = delete(id, true);
		assertThat(answer.path("DeleteResult").asBoolean()).isFalse();
		JsonNode result = deletion(answer.path("TaskId").asString());
		assertThat(result.path("Status").asInt()).isEqualTo(1);
		assertThat(result.path("CertId").asString()).isEqualTo(id);
		assertThat(result.at("/Domains/0").asString()).isEqualTo("task.example.com");
		assertThat(held(id)).isFalse();
	}

	@Test
	void certificateStaysAsLongAsTheTaskRuns() throws Exception {
		control("POST", "tasks", "duration=1h");
		String id = uploaded();
		String task = delete(id, true).path("TaskId").asString();
		assertThat(deletion(task).path("Status").asInt()).isZero();
		assertThat(deletion(task).path("Error").isNull()).isTrue();
		assertThat(held(id)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2, 当前的证书状态不支持此操作", "3, 未授权服务角色", "4, 有未解绑的云资源", "5, 查询关联云资源超时" })
	void deletionEndsAsAskedForAndOnlyThen(int status, String error) throws Exception {
		control("POST", "tasks", "deletion-status=" + status + "&times=1");
		String id = uploaded();
		JsonNode result = deletion(delete(id, true).path("TaskId").asString());
		assertThat(result.path("Status").asInt()).isEqualTo(status);
		assertThat(result.path("Error").asString()).isEqualTo(error);
		assertThat(held(id)).isTrue();
		assertThat(deletion(delete(id, true).path("TaskId").asString()).path("Status").asInt()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "bucket.example.com, 4", "edge.example.com, 4", "static.example.com, 4", "metal.example.net, 4",
			"old-checkout.example.com, 4", "no-alias.example.com, 2", "new.example.com, 2", "invest.example.com, 2" })
	void deletionWithCheckKeepsWhatIsUsedOrProtected(String domain, int status) throws Exception {
		String id = find(domain);
		assertThat(deletion(delete(id, true).path("TaskId").asString()).path("Status").asInt()).isEqualTo(status);
		assertThat(held(id)).isTrue();
	}

	@Test
	void deletionWithoutCheckLooksAtTheStatusOnly() throws Exception {
		assertError("FailedOperation.CannotBeDeletedIssued", () -> delete(find("no-alias.example.com"), false));
		assertError("FailedOperation.CannotBeDeletedWithinHour", () -> delete(find("new.example.com"), false));
		assertError("FailedOperation.InvalidCertificateStatusCode", () -> delete(find("invest.example.com"), false));
		String used = find("shield.example.com");
		JsonNode answer = delete(used, false);
		assertThat(answer.path("DeleteResult").asBoolean()).isTrue();
		assertThat(answer.path("TaskId").isNull()).isTrue();
		assertThat(held(used)).isFalse();
	}

	@Test
	void severalAreDeletedAtOnce() throws Exception {
		String one = uploaded();
		String two = uploaded();
		String issued = find("no-alias.example.com");
		JsonNode unchecked = ssl("DeleteCertificates", "{\"CertificateIds\":[\"%s\",\"%s\"]}".formatted(one, issued));
		assertThat(unchecked.at("/Success/0").asString()).isEqualTo(one);
		assertThat(unchecked.at("/Fail/0/CertId").asString()).isEqualTo(issued);
		JsonNode checked = ssl("DeleteCertificates",
				"{\"CertificateIds\":[\"%s\",\"%s\"],\"IsSync\":true}".formatted(two, issued));
		assertThat(deletion(checked.at("/CertTaskIds/0/TaskId").asString()).path("Status").asInt()).isEqualTo(1);
		assertThat(deletion(checked.at("/CertTaskIds/1/TaskId").asString()).path("Status").asInt()).isEqualTo(2);
	}

	@Test
	void unknownCertificatesAndTasksAreTold() {
		assertError("FailedOperation.CertificateNotFound", () -> delete("nothing1", true));
		assertError("FailedOperation.CertificateNotFound", () -> search("nothing1", 1));
		assertError("FailedOperation.CertificateSyncTaskIdInvalid", () -> deletion("1"));
		assertError("FailedOperation.CertificateSyncTaskIdInvalid", () -> result("1"));
		assertError("FailedOperation.CertificateSyncTaskIdInvalid", () -> detail("1", ""));
	}

	@Test
	void firstSearchOfACertificateComesBitByBitAsSeen() throws Exception {
		try (Sandbox asSeen = Sandbox.start(Map.of("task-duration", "0s", "temper", "as-seen"))) {
			TencentClients seen = TencentClients.of(asSeen);
			String id = seen.call("ssl", "2019-12-05", "DescribeCertificates", "{\"SearchKey\":\"shield.example.com\"}")
				.at("/Certificates/0/CertificateId")
				.asString();
			String create = "{\"CertificateIds\":[\"%s\"],\"IsCache\":%d}";
			String task = seen
				.call("ssl", "2019-12-05", "CreateCertificateBindResourceSyncTask", create.formatted(id, 1))
				.at("/CertTaskIds/0/TaskId")
				.asString();
			String products = "/SyncTaskBindResourceResult/0/BindResourceResult";
			String look = "{\"TaskIds\":[\"%s\"]}";
			JsonNode first = seen.call("ssl", "2019-12-05", "DescribeCertificateBindResourceTaskResult",
					look.formatted(task));
			assertThat(first.at("/SyncTaskBindResourceResult/0/Status").asInt()).isEqualTo(1);
			assertThat(first.at(products)).isEmpty();
			JsonNode second = seen.call("ssl", "2019-12-05", "DescribeCertificateBindResourceTaskResult",
					look.formatted(task));
			assertThat(second.at(products + "/0/BindResourceRegionResult/0/TotalCount").isNull()).isTrue();
			JsonNode third = seen.call("ssl", "2019-12-05", "DescribeCertificateBindResourceTaskResult",
					look.formatted(task));
			assertThat(third.at(products + "/0/BindResourceRegionResult/0/TotalCount").asInt()).isEqualTo(1);
			String again = seen
				.call("ssl", "2019-12-05", "CreateCertificateBindResourceSyncTask", create.formatted(id, 0))
				.at("/CertTaskIds/0/TaskId")
				.asString();
			assertThat(
					seen.call("ssl", "2019-12-05", "DescribeCertificateBindResourceTaskResult", look.formatted(again))
						.at(products))
				.isNotEmpty();
		}
	}

	@Test
	void moreThanTheLimitIsRefused() {
		String many = IntStream.rangeClosed(0, 100)
			.mapToObj((number) -> "\"id%06d\"".formatted(number))
			.toList()
			.toString();
		assertError("FailedOperation.CertificateSyncTaskCertificateIdCountInvalid",
				() -> ssl("CreateCertificateBindResourceSyncTask", "{\"CertificateIds\":" + many + "}"));
		assertError("InvalidParameter.CertificatesNumberExceeded",
				() -> ssl("DeleteCertificates", "{\"CertificateIds\":" + many + "}"));
	}

	@ParameterizedTest
	@CsvSource({ "bucket.example.com, cos", "edge.example.com, teo", "stage.example.com, live|vod|cdn",
			"apps.example.com, tke|apigateway|tcb|tse|scf", "queue.example.com, tdmq|mqtt|gaap",
			"metal.example.net, ''", "static.example.com, cdn", "sni.example.com, clb" })
	void searchFindsEveryProductButBareMetal(String domain, String types) throws Exception {
		List<String> used = new ArrayList<>();
		for (JsonNode product : result(search(find(domain), 1)).path("BindResourceResult")) {
			for (JsonNode region : product.path("BindResourceRegionResult")) {
				if (region.path("TotalCount").asInt() > 0) {
					used.add(product.path("ResourceType").asString());
				}
			}
		}
		assertThat(used).containsExactlyInAnyOrder(types.isEmpty() ? new String[0] : types.split("\\|"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecc.dual.example.com", "ecc.sni.example.com" })
	void certificateOfAFurtherAlgorithmIsFoundNowhereAndDeletedAlthoughUsed(String domain) throws Exception {
		try (Sandbox own = Sandbox.start(Map.of("task-duration", "0s"))) {
			TencentClients there = TencentClients.of(own);
			String id = there.call("ssl", "2019-12-05", "DescribeCertificates", "{\"SearchKey\":\"" + domain + "\"}")
				.at("/Certificates/0/CertificateId")
				.asString();
			JsonNode started = there.call("ssl", "2019-12-05", "CreateCertificateBindResourceSyncTask",
					"{\"CertificateIds\":[\"" + id + "\"],\"IsCache\":0}");
			JsonNode found = there.call("ssl", "2019-12-05", "DescribeCertificateBindResourceTaskResult",
					"{\"TaskIds\":[" + started.at("/CertTaskIds/0/TaskId") + "]}");
			assertThat(found.findValues("TotalCount")).isNotEmpty().allMatch((count) -> count.asInt() == 0);
			JsonNode task = there.call("ssl", "2019-12-05", "DeleteCertificate",
					"{\"CertificateId\":\"" + id + "\",\"IsCheckResource\":true}");
			JsonNode deletion = there.call("ssl", "2019-12-05", "DescribeDeleteCertificatesTaskResult",
					"{\"TaskIds\":[" + task.path("TaskId") + "]}");
			assertThat(deletion.at("/DeleteTaskResult/0/Status").asInt()).isEqualTo(1);
		}
	}

	@Test
	void countsAgreeWithTheDetail() throws Exception {
		String task = search(find("*.example.com"), 1);
		JsonNode detail = detail(task, "");
		for (JsonNode product : result(task).path("BindResourceResult")) {
			JsonNode lists = detail.path(product.path("ResourceType").asString().toUpperCase(Locale.ROOT));
			for (JsonNode region : product.path("BindResourceRegionResult")) {
				assertThat(lists)
					.anyMatch((list) -> list.path("Region").asString("").equals(region.path("Region").asString())
							&& (list.has("Environments") || list.path("TotalCount").equals(region.path("TotalCount"))));
			}
		}
		assertThat(detail.at("/CLB/0/InstanceList/0/Listeners/0/Certificate/CertId").asString())
			.isEqualTo(find("*.example.com"));
	}

	@Test
	void detailIsPagedByText() throws Exception {
		String task = search(find("*.example.com"), 1);
		assertThat(detail(task, ",\"ResourceTypes\":[\"cdn\"],\"Limit\":\"1\"").at("/CDN/0/InstanceList")).hasSize(1);
		assertThat(detail(task, ",\"ResourceTypes\":[\"cdn\"]").has("CLB")).isFalse();
		assertThat(detail(task, ",\"Offset\":\"100\"").at("/CDN/0/InstanceList")).isEmpty();
		assertThat(detail(task, ",\"Regions\":[\"ap-tokyo\"]").path("CLB")).isEmpty();
		assertError("InvalidParameter", () -> detail(task, ",\"Limit\":1"));
		assertError("InvalidParameterValue", () -> detail(task, ",\"Limit\":\"101\""));
		assertError("InvalidParameterValue", () -> detail(task, ",\"ResourceTypes\":[\"fax\"]"));
	}

	@Test
	void searchRunsForItsTime() throws Exception {
		control("POST", "tasks", "duration=1h");
		String task = search(find("careers.example.com"), 0);
		assertThat(result(task).path("Status").asInt()).isZero();
		assertThat(result(task).path("BindResourceResult")).isEmpty();
		assertThat(detail(task, "").has("CDN")).isFalse();
	}

	@Test
	void searchFailsAsAskedFor() throws Exception {
		String careers = find("careers.example.com");
		control("POST", "tasks", "failing-search=" + careers + "&times=1");
		assertThat(result(search(find("orders.example.com"), 0)).path("Status").asInt()).isEqualTo(1);
		JsonNode failed = result(search(careers, 0));
		assertThat(failed.path("Status").asInt()).isEqualTo(2);
		assertThat(failed.at("/Error/Code").asString()).isNotEmpty();
		assertThat(result(search(careers, 1)).path("Status").asInt()).isEqualTo(1);
		control("POST", "tasks", "failing-search=any");
		assertThat(result(search(careers, 0)).path("Status").asInt()).isEqualTo(2);
		assertThat(result(search(careers, 0)).path("Status").asInt()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "cdn, cdn, ''", "clb:ap-hongkong, clb, ap-hongkong" })
	void productOrRegionFailsAsAskedFor(String resource, String type, String region) throws Exception {
		control("POST", "tasks", "failing-resource=" + resource);
		String task = search(find("*.example.com"), 1);
		List<JsonNode> failing = new ArrayList<>();
		for (JsonNode product : result(task).path("BindResourceResult")) {
			for (JsonNode count : product.path("BindResourceRegionResult")) {
				if (!count.path("Error").asString().isEmpty()) {
					failing.add(count);
					assertThat(product.path("ResourceType").asString()).isEqualTo(type);
				}
			}
		}
		assertThat(failing).hasSize(1);
		assertThat(failing.get(0).path("Region").asString()).isEqualTo(region);
		assertThat(failing.get(0).path("TotalCount").asInt()).isZero();
		assertThat(detail(task, "").path(type.toUpperCase(Locale.ROOT)))
			.anyMatch((list) -> !list.path("Error").asString().isEmpty() && list.path("InstanceList").isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "deletion-status=1", "deletion-status=6", "deletion-status=soon", "duration=-1s",
			"failing-search=any&times=0" })
	void nonsenseIsRefused(String form) throws Exception {
		assertThat(control("POST", "tasks", form)).isEqualTo(400);
	}

	private static String uploaded() throws TencentCloudSDKException {
		TestMaterial material = TestMaterial.elliptic("task.example.com");
		return ssl("UploadCertificate",
				"{\"CertificateType\":\"CA\",\"CertificatePublicKey\":\"%s\"}"
					.formatted(material.certificatePem().replace("\r\n", "\n").replace("\n", "\\n")))
			.path("CertificateId")
			.asString();
	}

	private static String find(String domain) throws TencentCloudSDKException {
		JsonNode found = ssl("DescribeCertificates", "{\"Limit\":100,\"SearchKey\":\"" + domain + "\"}");
		return found.path("Certificates")
			.valueStream()
			.filter((certificate) -> certificate.path("Domain").asString().equals(domain))
			.map((certificate) -> certificate.path("CertificateId").asString())
			.findFirst()
			.orElseThrow();
	}

	private static boolean held(String id) throws TencentCloudSDKException {
		return ssl("DescribeCertificates", "{\"CertIds\":[\"" + id + "\"]}").path("TotalCount").asInt() == 1;
	}

	private static JsonNode delete(String id, boolean check) throws TencentCloudSDKException {
		return ssl("DeleteCertificate", "{\"CertificateId\":\"%s\",\"IsCheckResource\":%s}".formatted(id, check));
	}

	private static JsonNode deletion(String task) throws TencentCloudSDKException {
		return ssl("DescribeDeleteCertificatesTaskResult", "{\"TaskIds\":[\"" + task + "\"]}")
			.at("/DeleteTaskResult/0");
	}

	private static String search(String id, int cache) throws TencentCloudSDKException {
		return ssl("CreateCertificateBindResourceSyncTask",
				"{\"CertificateIds\":[\"%s\"],\"IsCache\":%d}".formatted(id, cache))
			.at("/CertTaskIds/0/TaskId")
			.asString();
	}

	private static JsonNode result(String task) throws TencentCloudSDKException {
		return ssl("DescribeCertificateBindResourceTaskResult", "{\"TaskIds\":[\"" + task + "\"]}")
			.at("/SyncTaskBindResourceResult/0");
	}

	private static JsonNode detail(String task, String more) throws TencentCloudSDKException {
		return ssl("DescribeCertificateBindResourceTaskDetail", "{\"TaskId\":\"" + task + "\"" + more + "}");
	}

	private static JsonNode ssl(String action, String parameters) throws TencentCloudSDKException {
		return clients.call("ssl", "2019-12-05", action, parameters);
	}

	private static int control(String method, String knob, String form) throws Exception {
		return HTTP
			.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/" + knob))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.method(method, BodyPublishers.ofString(form))
				.build(), BodyHandlers.ofString())
			.statusCode();
	}

	private static void assertError(String code, ThrowingCallable call) {
		assertThatExceptionOfType(TencentCloudSDKException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(code));
	}

}
