package dev.certdeck.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Certificates in API 2.0, over HTTP.
 */
class V2CertificateTests {

	private static Sandbox sandbox;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of("max-count", "60"));
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void itemHasTheDocumentedShape() {
		JsonNode item = special("storefront wildcard");
		assertThat(item.propertyNames()).containsExactly("ownerUin", "projectId", "from", "type", "certType",
				"productZhName", "domain", "alias", "status", "vulnerability_status", "statusMsg", "verifyType",
				"certBeginTime", "certEndTime", "validityPeriod", "insertTime", "projectInfo", "id", "subjectAltName",
				"type_name", "status_name", "is_vip", "is_dv", "is_wildcard", "is_vulnerability", "extra",
				"renew_able");
		assertThat(Stream.of("ownerUin", "projectId", "type", "validityPeriod", "certBeginTime"))
			.allMatch((name) -> item.path(name).isString());
		assertThat(item.path("status").isInt()).isTrue();
		assertThat(item.path("statusMsg").isNull()).isTrue();
		assertThat(item.at("/projectInfo/ownerUin").isInt()).isTrue();
		assertThat(item.at("/projectInfo/projectId").isString()).isTrue();
		assertThat(item.at("/projectInfo/createTime").asString()).isEqualTo("0000-00-00 00:00:00");
		assertThat(item.path("is_wildcard").asBoolean()).isTrue();
		assertThat(item.path("is_vip").asBoolean()).isTrue();
		assertThat(item.path("certEndTime").asString()).endsWith(" 23:59:59");
	}

	@Test
	void pendingCertificateHasZeroDatesAndNoContent() {
		JsonNode item = call("CertGetList").with("searchKey", "new.example.com")
			.with("withCert", 1)
			.get()
			.at("/data/list/0");
		assertThat(item.path("certBeginTime").asString()).isEqualTo("0000-00-00 00:00:00");
		assertThat(item.path("cert").asString()).isEmpty();
	}

	@Test
	void uploadedCertificateHasNoType() {
		JsonNode item = special("Static assets");
		assertThat(item.path("from").asString()).isEqualTo("upload");
		assertThat(item.path("type").isNull()).isTrue();
	}

	@Test
	void listIsPagedByTheLatestApplication() {
		JsonNode first = call("CertGetList").with("count", 10).get().path("data");
		JsonNode second = call("CertGetList").with("count", 10).with("page", 2).get().path("data");
		List<String> times = Stream.of(first, second)
			.flatMap((page) -> page.path("list").values().stream())
			.map((item) -> item.path("insertTime").asString())
			.toList();
		assertThat(times).hasSize(20).isSortedAccordingTo((one, other) -> other.compareTo(one));
		assertThat(first.path("totalNum").asInt()).isEqualTo(150);
		JsonNode beyond = call("CertGetList").with("count", 10).with("page", Integer.MAX_VALUE).get();
		assertThat(beyond.at("/data/list").size()).isZero();
		assertThat(beyond.at("/data/totalNum").asInt()).isEqualTo(150);
	}

	@Test
	void pageSizeIs20AndIsCapped() {
		assertThat(call("CertGetList").get().at("/data/list").size()).isEqualTo(20);
		assertThat(call("CertGetList").with("count", 5000).get().at("/data/list").size()).isEqualTo(60);
	}

	@ParameterizedTest
	@CsvSource({ "www.example.com, true", "WWW.Example.COM., true", "example.com, true", "a.www.example.com, false",
			"notexample.com, false" })
	void altDomainFindsWhatCanServeTheHost(String host, boolean storefront) {
		JsonNode list = call("CertGetList").with("altDomain", host).with("count", 60).get().at("/data/list");
		assertThat(
				list.values().stream().anyMatch((item) -> "Storefront wildcard".equals(item.path("alias").asString())))
			.isEqualTo(storefront);
	}

	@Test
	void altDomainTakesBothSpellings() {
		for (String host : List.of("münchen.example.com", "xn--mnchen-3ya.example.com")) {
			JsonNode list = call("CertGetList").with("altDomain", host).post().at("/data/list");
			assertThat(list.values().stream().map((item) -> item.path("alias").asString())).contains("Office München");
		}
	}

	@Test
	void certTypeFilters() {
		JsonNode data = call("CertGetList").with("certType", "CA").get().path("data");
		assertThat(data.path("totalNum").asInt()).isEqualTo(3);
		assertThat(data.path("list").values()).allMatch((item) -> item.path("certType").asString().equals("CA"));
	}

	@Test
	void uploadedPairIsReadAndDeleted() {
		TestMaterial material = TestMaterial.create("RSA", 2048, Instant.now().plus(Duration.ofDays(10)),
				"pair.example.com", "*.pair.example.com");
		String id = upload(material, material.keyPem()).at("/data/id").asString();
		assertThat(id).matches("[A-Za-z0-9]{8}");
		JsonNode item = call("CertGetList").with("id", id).with("withCert", 1).post().at("/data/list/0");
		assertThat(item.path("cert").asString()).isEqualTo(material.certificatePem());
		assertThat(item.path("productZhName").asString()).isEqualTo("Example Lab");
		assertThat(item.path("is_wildcard").asBoolean()).isTrue();
		assertThat(item.path("subjectAltName").values()).extracting(JsonNode::asString)
			.containsExactly("pair.example.com", "*.pair.example.com");
		assertThat(call("CertGetList").get().at("/data/list/0/id").asString()).isEqualTo(id);
		JsonNode deleted = call("CertDelete").with("id", id).post();
		assertSuccess(deleted);
		assertThat(deleted.path("data").isArray()).isTrue();
		assertThat(call("CertDelete").with("id", id).post().path("code").asInt()).isEqualTo(5000);
	}

	@Test
	void identicalUploadsAreKeptApart() {
		TestMaterial material = TestMaterial.elliptic("twice.example.com");
		String first = upload(material, material.keyPem()).at("/data/id").asString();
		String second = upload(material, material.keyPem()).at("/data/id").asString();
		assertThat(first).isNotEqualTo(second);
		assertSuccess(call("CertDelete").with("id", first).post());
		assertSuccess(call("CertDelete").with("id", second).post());
	}

	@Test
	void foreignKeyIsRefused() {
		TestMaterial material = TestMaterial.elliptic("pairing.example.com");
		assertError(upload(material, TestMaterial.elliptic("other.example.com").keyPem()), 4000, "InvalidParameter");
		assertError(upload(material, TestMaterial.create("RSA", 2048, Instant.now(), "x.example.com").keyPem()), 4000,
				"InvalidParameter");
		assertError(upload(material, "no key"), 4000, "InvalidParameter");
		assertError(upload(material, ""), 4000, "InvalidParameter");
	}

	@Test
	void boundAndIssuedCertificatesStay() {
		JsonNode bound = call("CertDelete").with("id", special("Static assets").path("id").asString()).post();
		assertError(bound, 5100, "ResourceOpFailed");
		assertThat(bound.path("message").asString()).contains("证书已关联云资源");
		JsonNode issued = call("CertDelete").with("id", special("Office München").path("id").asString()).post();
		assertThat(issued.path("message").asString()).contains("该证书已颁发");
	}

	private static TestCall call(String action) {
		return new TestCall(sandbox.url(), action);
	}

	private static JsonNode special(String alias) {
		return call("CertGetList").with("searchKey", alias).get().at("/data/list/0");
	}

	private static JsonNode upload(TestMaterial material, String key) {
		return call("CertUpload").with("cert", material.certificatePem())
			.with("key", key)
			.with("certType", "SVR")
			.post();
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
