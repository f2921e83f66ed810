package dev.certdeck.sandbox;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bindings in API 2.0, over HTTP.
 */
class V2BindingTests {

	private static Sandbox sandbox;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of());
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void loadBalancersAreAnsweredByCertificate() {
		String used = special("Storefront wildcard").path("id").asString();
		String unused = special("Office München").path("id").asString();
		JsonNode answer = call("GetCertListWithLoadBalancer").with("certIds.0", used).with("certIds.1", unused).post();
		assertThat(answer.has("data")).isFalse();
		assertThat(answer.path("certSet").propertyNames()).containsExactly(used);
		JsonNode loadBalancer = answer.path("certSet").path(used).get(0);
		assertThat(loadBalancer.path("loadBalancerId").asString()).matches("lb-[a-z0-9]{8}");
		assertThat(loadBalancer.at("/listener/0/certId").asString()).isEqualTo(used);
		JsonNode empty = call("GetCertListWithLoadBalancer").with("certIds.0", unused).post();
		assertThat(empty.path("certSet").isArray()).isTrue();
	}

	@Test
	void clientAuthorityIsFoundByItsListener() {
		String id = special("Device CA G2").path("id").asString();
		JsonNode listener = call("GetCertListWithLoadBalancer").with("certIds.0", id)
			.get()
			.path("certSet")
			.path(id)
			.at("/0/listener/0");
		assertThat(listener.path("certCaId").asString()).isEqualTo(id);
		assertThat(listener.path("SSLMode").asString()).isEqualTo("mutual");
	}

	@Test
	void cdnHostsAreScanned() {
		String id = special("Storefront wildcard").path("id").asString();
		JsonNode all = call("DescribeCdnHosts").with("detail", 1).get().path("data");
		assertThat(all.path("total").asInt()).isEqualTo(all.path("hosts").size());
		assertThat(all.path("hosts").values()).anyMatch((host) -> host.path("ssl_cert_id").asString().equals(id));
		assertThat(all.path("hosts").values()).anyMatch((host) -> host.path("ssl_type").asInt() == 0);
		JsonNode page = call("DescribeCdnHosts").with("detail", 1)
			.with("offset", 3)
			.with("limit", 2)
			.get()
			.path("data");
		assertThat(page.path("hosts").size()).isEqualTo(2);
		assertThat(page.at("/hosts/0")).isEqualTo(all.at("/hosts/3"));
		assertThat(call("DescribeCdnHosts").get().at("/data/hosts/0").has("ssl_cert_id")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "gz", "ap-guangzhou" })
	void bareMetalIsFoundInItsRegion(String region) {
		String id = special("Storefront wildcard").path("id").asString();
		JsonNode loadBalancers = call("DescribeBmLoadBalancers").with("Region", region).post();
		assertThat(loadBalancers.path("totalCount").asInt()).isPositive();
		String owner = loadBalancers.at("/loadBalancerSet/0/loadBalancerId").asString();
		JsonNode listeners = call("DescribeBmForwardListeners").with("Region", region)
			.with("loadBalancerId", owner)
			.post();
		assertThat(listeners.path("listenerSet").values()).anyMatch(
				(listener) -> listener.path("certId").asString().equals(id) && listener.path("SSLMode").asInt() == 1)
			.anyMatch((listener) -> listener.path("SSLMode").asInt() == 0);
		assertThat(call("DescribeBmForwardListeners").with("Region", "bj")
			.with("loadBalancerId", owner)
			.post()
			.path("code")
			.asInt()).isEqualTo(5000);
	}

	@Test
	void regionWithoutBareMetalIsEmptyAndNoRegionIsAnError() {
		assertThat(call("DescribeBmLoadBalancers").with("Region", "hk").post().path("totalCount").asInt()).isZero();
		assertError(call("DescribeBmLoadBalancers").post(), 4000, "InvalidParameter");
		assertError(call("DescribeBmLoadBalancers").with("Region", "mars").post(), 4000, "InvalidParameter");
	}

	private static TestCall call(String action) {
		return new TestCall(sandbox.url(), action);
	}

	private static JsonNode special(String alias) {
		return call("CertGetList").with("searchKey", alias).get().at("/data/list/0");
	}

	private static void assertError(JsonNode answer, int code, String codeDesc) {
		assertThat(answer.path("code").asInt()).as(answer.toString()).isEqualTo(code);
		assertThat(answer.path("codeDesc").asString()).isEqualTo(codeDesc);
	}

}
