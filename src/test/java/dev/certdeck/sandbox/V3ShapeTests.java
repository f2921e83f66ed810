package dev.certdeck.sandbox;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.annotations.SerializedName;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answers and parameters of the sandbox against the models of Tencent's SDK: no field
 * is invented, and none has another type.
 */
class V3ShapeTests {

	private static final Map<String, String> VERSIONS = Map.of("ssl", "2019-12-05", "clb", "2018-03-17", "bmlb",
			"2018-06-25");

	private static Sandbox sandbox;

	private static TencentClients clients;

	private static final Map<String, String> KNOWN = new LinkedHashMap<>();

	@BeforeAll
	static void start() throws Exception {
		sandbox = Sandbox.start(Map.of("task-duration", "0s", "failing-resources", "vod,waf:ap-tokyo"));
		clients = TencentClients.of(sandbox);
		KNOWN.put("{pem}", TestMaterial.elliptic("shape.example.com").certificatePem().replace("\n", "\\n"));
		KNOWN.put("{ids}", ids(0));
		KNOWN.put("{used}", id("*.example.com"));
		KNOWN.put("{pending}", id("waiting.example.com"));
		KNOWN.put("{clb}", first("clb", "DescribeLoadBalancers", "/LoadBalancerSet/0/LoadBalancerId"));
		KNOWN.put("{bm}", first("bmlb", "DescribeLoadBalancers", "/LoadBalancerSet/0/LoadBalancerId"));
		KNOWN.put("{tasks}", tasks(0));
		KNOWN.put("{task}", KNOWN.get("{tasks}").split("\"")[1]);
		KNOWN.put("{deletion}",
				call("ssl", "DeleteCertificate", "{\"CertificateId\":\"{used}\",\"IsCheckResource\":true}")
					.path("TaskId")
					.asString());
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "ssl | DescribeCertificates | {'Limit': 1000}",
					"ssl | DescribeCertificateDetail | {'CertificateId': '{used}'}",
					"ssl | DescribeCertificateDetail | {'CertificateId': '{pending}'}",
					"ssl | UploadCertificate | {'CertificatePublicKey': '{pem}', 'CertificateType': 'CA'}",
					"ssl | DeleteCertificate | {'CertificateId': '{used}', 'IsCheckResource': true}",
					"ssl | DeleteCertificates | {'CertificateIds': ['{used}', '{pending}'], 'IsSync': true}",
					"ssl | DeleteCertificates | {'CertificateIds': ['{pending}x']}",
					"ssl | DescribeDeleteCertificatesTaskResult | {'TaskIds': ['{deletion}']}",
					"ssl | CreateCertificateBindResourceSyncTask | {'CertificateIds': ['{used}']}",
					"ssl | DescribeCertificateBindResourceTaskResult | {'TaskIds': [{tasks}]}",
					"clb | DescribeLoadBalancers | {}", "clb | DescribeListeners | {'LoadBalancerId': '{clb}'}",
					"bmlb | DescribeLoadBalancers | {}", "bmlb | DescribeL7Listeners | {'LoadBalancerId': '{bm}'}" })
	void answerHasTheFieldsAndTypesOfTheModel(String service, String action, String parameters) throws Exception {
		check(service, action, call(service, action, parameters));
	}

	@Test
	void findingsOfEveryProductHaveTheFieldsAndTypesOfTheModel() throws Exception {
		Map<String, Integer> instances = new LinkedHashMap<>();
		for (String task : (tasks(0) + "," + tasks(100)).split(",")) {
			JsonNode detail = call("ssl", "DescribeCertificateBindResourceTaskDetail", "{'TaskId':" + task + "}");
			check("ssl", "DescribeCertificateBindResourceTaskDetail", detail);
			detail.properties()
				.forEach((product) -> product.getValue()
					.forEach((list) -> instances.merge(product.getKey(),
							list.path("InstanceList").size() + list.path("Environments").size(), Integer::sum)));
		}
		assertThat(instances).hasSize(16);
		assertThat(instances.remove("VOD")).isZero();
		assertThat(instances.values()).allMatch((count) -> count > 0);
	}

	@ParameterizedTest
	@CsvSource({ "ssl, DescribeCertificates", "ssl, DescribeCertificateDetail", "ssl, UploadCertificate",
			"ssl, DeleteCertificate", "ssl, DeleteCertificates", "ssl, DescribeDeleteCertificatesTaskResult",
			"ssl, CreateCertificateBindResourceSyncTask", "ssl, DescribeCertificateBindResourceTaskResult",
			"ssl, DescribeCertificateBindResourceTaskDetail", "clb, DescribeLoadBalancers", "clb, DescribeListeners",
			"bmlb, DescribeLoadBalancers", "bmlb, DescribeL7Listeners" })
	void everyParameterOfTheModelIsKnownAndNoOther(String service, String action) throws Exception {
		Class<?> model = model(service, action + "Request");
		String parameters = Arrays.stream(model.getDeclaredFields())
			.filter((field) -> field.isAnnotationPresent(SerializedName.class))
			.map((field) -> "'" + field.getAnnotation(SerializedName.class).value() + "':null")
			.collect(Collectors.joining(",", "{", "}"));
		assertThat(error(service, action, parameters)).isNotEqualTo("UnknownParameter");
		assertThat(error(service, action, "{'Certdeck':null}")).isEqualTo("UnknownParameter");
	}

	private static void check(String service, String action, JsonNode answer) throws Exception {
		assertThat(answer.path("RequestId").asString()).hasSize(36);
		walk(model(service, action + "Response"), answer, action);
	}

	private static void walk(Class<?> type, JsonNode node, String path) {
		if (type.isArray()) {
			assertThat(node.isArray()).as(path).isTrue();
			node.forEach((element) -> walkUnlessNull(type.getComponentType(), element, path + "[]"));
		}
		else if (AbstractModel.class.isAssignableFrom(type)) {
			assertThat(node.isObject()).as(path).isTrue();
			node.properties().forEach((property) -> {
				String name = path + "." + property.getKey();
				Optional<Field> field = field(type, property.getKey());
				assertThat(field).as(name).isPresent();
				walkUnlessNull(field.orElseThrow().getType(), property.getValue(), name);
			});
		}
		else {
			assertThat(scalar(type, node)).as(path + " is no " + type.getSimpleName() + ": " + node).isTrue();
		}
	}

	private static void walkUnlessNull(Class<?> type, JsonNode node, String path) {
		if (!node.isNull()) {
			walk(type, node, path);
		}
	}

	private static boolean scalar(Class<?> type, JsonNode node) {
		return switch (type.getSimpleName()) {
			case "String" -> node.isString();
			case "Long" -> node.isIntegralNumber();
			case "Boolean" -> node.isBoolean();
			default -> false;
		};
	}

	private static Optional<Field> field(Class<?> type, String name) {
		return Stream.of(type.getDeclaredFields())
			.filter((field) -> field.isAnnotationPresent(SerializedName.class))
			.filter((field) -> field.getAnnotation(SerializedName.class).value().equals(name))
			.findFirst();
	}

	private static Class<?> model(String service, String name) throws ClassNotFoundException {
		String version = "v" + VERSIONS.get(service).replace("-", "");
		return Class.forName("com.tencentcloudapi." + service + "." + version + ".models." + name);
	}

	private static JsonNode call(String service, String action, String parameters) throws TencentCloudSDKException {
		String filled = parameters.replace('\'', '"');
		for (Map.Entry<String, String> known : KNOWN.entrySet()) {
			filled = filled.replace(known.getKey(), known.getValue());
		}
		return clients.call(service, VERSIONS.get(service), action, filled);
	}

	private static String error(String service, String action, String parameters) {
		try {
			call(service, action, parameters);
			return "";
		}
		catch (TencentCloudSDKException ex) {
			return ex.getErrorCode();
		}
	}

	private static String ids(int skip) throws TencentCloudSDKException {
		return call("ssl", "DescribeCertificates", "{'Limit':1000}").path("Certificates")
			.valueStream()
			.map((certificate) -> certificate.path("CertificateId").toString())
			.skip(skip)
			.limit(100)
			.collect(Collectors.joining(","));
	}

	private static String id(String domain) throws TencentCloudSDKException {
		return call("ssl", "DescribeCertificates", "{'SearchKey':'" + domain + "'}").at("/Certificates/0/CertificateId")
			.asString();
	}

	private static String first(String service, String action, String path) throws TencentCloudSDKException {
		return call(service, action, "{}").at(path).asString();
	}

	private static String tasks(int skip) throws TencentCloudSDKException {
		return call("ssl", "CreateCertificateBindResourceSyncTask", "{'CertificateIds':[" + ids(skip) + "]}")
			.path("CertTaskIds")
			.valueStream()
			.map((task) -> task.path("TaskId").toString())
			.collect(Collectors.joining(","));
	}

}
