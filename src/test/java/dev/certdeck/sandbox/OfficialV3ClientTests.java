package dev.certdeck.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tencentcloudapi.bmlb.v20180625.models.DescribeL7ListenersRequest;
import com.tencentcloudapi.bmlb.v20180625.models.L7Listener;
import com.tencentcloudapi.clb.v20180317.models.CertificateOutput;
import com.tencentcloudapi.clb.v20180317.models.DescribeListenersRequest;
import com.tencentcloudapi.clb.v20180317.models.DescribeLoadBalancersRequest;
import com.tencentcloudapi.clb.v20180317.models.Listener;
import com.tencentcloudapi.clb.v20180317.models.LoadBalancer;
import com.tencentcloudapi.clb.v20180317.models.RuleOutput;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.ssl.v20191205.models.Certificates;
import com.tencentcloudapi.ssl.v20191205.models.DescribeCertificateDetailRequest;
import com.tencentcloudapi.ssl.v20191205.models.DescribeCertificateDetailResponse;
import com.tencentcloudapi.ssl.v20191205.models.DescribeCertificatesRequest;
import com.tencentcloudapi.ssl.v20191205.models.DescribeCertificatesResponse;
import com.tencentcloudapi.ssl.v20191205.models.UploadCertificateRequest;
import com.tencentcloudapi.ssl.v20191205.models.UploadCertificateResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tencent's own clients for API 3.0 against the sandbox.
 */
class OfficialV3ClientTests {

	private static Sandbox sandbox;

	private static TencentClients clients;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of("task-duration", "0s"));
		clients = TencentClients.of(sandbox);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void pagesHaveNoGapsAndNoRepeats() throws Exception {
		DescribeCertificatesRequest request = new DescribeCertificatesRequest();
		assertThat(clients.ssl().DescribeCertificates(request).getCertificates()).hasSize(10);
		request.setLimit(5000L);
		List<String> all = ids(request);
		assertThat(all).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
		request.setLimit(40L);
		request.setOffset(100L);
		assertThat(ids(request)).isEqualTo(all.subList(100, 140));
	}

	@ParameterizedTest
	@CsvSource({ "storefront, 1", "EXAMPLE-NOTHING, 0", "tenant-001.example.net, 1", "tenant-002.example.net, 0" })
	void searchKeyIsLookedForInIdAliasAndPrimaryName(String text, long count) throws Exception {
		DescribeCertificatesRequest request = new DescribeCertificatesRequest();
		request.setSearchKey(text);
		assertThat(clients.ssl().DescribeCertificates(request).getTotalCount()).isEqualTo(count);
	}

	@Test
	void listIsFiltered() throws Exception {
		DescribeCertificatesRequest request = new DescribeCertificatesRequest();
		request.setLimit(1000L);
		request.setCertificateStatus(new Long[] { 9L, 10L });
		assertThat(list(request)).hasSize(3).extracting(Certificates::getStatus).containsOnly(9L, 10L);
		request.setCertificateStatus(null);
		request.setCertificateType("CA");
		assertThat(list(request)).hasSize(3).extracting(Certificates::getFrom).containsOnly("upload");
		request.setCertificateType(null);
		request.setFilterSource("buy");
		assertThat(list(request)).isNotEmpty().extracting(Certificates::getPackageType).doesNotContainNull();
		request.setFilterSource(null);
		request.setFilterExpiring(1L);
		assertThat(list(request)).isNotEmpty().allMatch(Certificates::getIsExpiring);
		request.setFilterExpiring(null);
		request.setCertIds(new String[] { find("pay.example.cn").getCertificateId(), "nothing1" });
		assertThat(list(request)).extracting(Certificates::getDomain).containsExactly("pay.example.cn");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ASC", "DESC" })
	void listIsSortedByExpiry(String order) throws Exception {
		DescribeCertificatesRequest request = new DescribeCertificatesRequest();
		request.setLimit(1000L);
		request.setExpirationSort(order);
		List<String> ends = list(request).stream().map(Certificates::getCertEndTime).toList();
		List<String> sorted = ends.stream()
			.filter((end) -> end != null)
			.sorted(order.equals("ASC") ? Comparator.naturalOrder() : Comparator.reverseOrder())
			.toList();
		assertThat(ends.subList(0, sorted.size())).isEqualTo(sorted);
	}

	@Test
	void boundResourceIsEmptyEvenForWhatIsUsed() throws Exception {
		assertThat(find("pay.example.cn").getBoundResource()).isEmpty();
	}

	@Test
	void detailHasChainAndKeyAndLeavesThePrimaryNameOut() throws Exception {
		Certificates listed = find("pay.example.cn");
		assertThat(listed.getSubjectAltName()).containsExactly("pay.example.cn", "pay2.example.cn");
		DescribeCertificateDetailResponse detail = detail(listed.getCertificateId());
		assertThat(detail.getSubjectAltName()).containsExactly("pay2.example.cn");
		assertThat(detail.getCertChainInfo()).hasSize(2);
		assertThat(detail.getCertChainInfo()[0].getFingerprint()).isEqualTo(detail.getCertFingerprint()).hasSize(40);
		assertThat(detail.getDomainType()).isEqualTo(2);
		UploadCertificateRequest again = new UploadCertificateRequest();
		again.setCertificatePublicKey(detail.getCertificatePublicKey());
		again.setCertificatePrivateKey(detail.getCertificatePrivateKey());
		again.setRepeatable(false);
		assertThat(clients.ssl().UploadCertificate(again).getRepeatCertId()).isEqualTo(listed.getCertificateId());
	}

	@Test
	void nothingIsIssuedAsLongAsItIsPending() throws Exception {
		DescribeCertificateDetailResponse detail = detail(find("waiting.example.com").getCertificateId());
		assertThat(detail.getCertificatePublicKey()).isNull();
		assertThat(detail.getCertificatePrivateKey()).isNull();
		assertThat(detail.getCertBeginTime()).isNull();
	}

	@Test
	void uploadIsHeldWithItsKey() throws Exception {
		TestMaterial material = TestMaterial.elliptic("v3.example.com", "www.v3.example.com");
		UploadCertificateRequest request = upload(material);
		request.setAlias("Über 证书");
		String id = clients.ssl().UploadCertificate(request).getCertificateId();
		DescribeCertificateDetailResponse detail = detail(id);
		assertThat(detail.getAlias()).isEqualTo("Über 证书");
		assertThat(detail.getCertificatePublicKey()).isEqualTo(material.certificatePem());
		assertThat(detail.getCertificatePrivateKey()).isEqualTo(material.keyPem());
		assertThat(detail.getPackageType()).isNull();
		assertThat(detail.getIsVip()).isFalse();
	}

	@Test
	void duplicateIsToldUnlessItMayBeRepeated() throws Exception {
		UploadCertificateRequest request = upload(TestMaterial.elliptic("twice.example.com"));
		UploadCertificateResponse first = clients.ssl().UploadCertificate(request);
		assertThat(first.getRepeatCertId()).isEmpty();
		assertThat(clients.ssl().UploadCertificate(request).getCertificateId()).isNotEqualTo(first.getCertificateId());
		request.setRepeatable(false);
		DescribeCertificatesRequest search = new DescribeCertificatesRequest();
		search.setSearchKey("twice.example.com");
		UploadCertificateResponse third = clients.ssl().UploadCertificate(request);
		assertThat(ids(search)).hasSize(2).contains(third.getRepeatCertId());
		assertThat(third.getCertificateId()).isEqualTo(third.getRepeatCertId());
		UploadCertificateRequest other = upload(TestMaterial.elliptic("twice.example.com"));
		other.setRepeatable(false);
		assertThat(clients.ssl().UploadCertificate(other).getRepeatCertId()).isEmpty();
	}

	@Test
	void uploadThatIsNoPairIsRefused() {
		UploadCertificateRequest request = upload(TestMaterial.elliptic("pair.example.com"));
		request.setCertificatePrivateKey(TestMaterial.elliptic("pair.example.com").keyPem());
		assertError("FailedOperation.CertificateMismatch", () -> clients.ssl().UploadCertificate(request));
		request.setCertificatePublicKey("no certificate");
		assertError("FailedOperation.CertificateParseError", () -> clients.ssl().UploadCertificate(request));
		request.setCertificatePublicKey(null);
		assertError("MissingParameter", () -> clients.ssl().UploadCertificate(request));
	}

	@Test
	void listenersShowTheirCertificateInTheirRegionOnly() throws Exception {
		String id = find("pay.example.cn").getCertificateId();
		int users = 0;
		for (String region : List.of("ap-guangzhou", "ap-shanghai", "ap-beijing", "ap-hongkong", "ap-singapore")) {
			for (LoadBalancer loadBalancer : loadBalancers(region)) {
				assertThat(loadBalancer.getTargetRegionInfo().getRegion()).isEqualTo(region);
				DescribeListenersRequest listeners = new DescribeListenersRequest();
				listeners.setLoadBalancerId(loadBalancer.getLoadBalancerId());
				listeners.setProtocol("HTTPS");
				users += Arrays.stream(clients.clb(region).DescribeListeners(listeners).getListeners())
					.filter((listener) -> certificates(listener).anyMatch((shown) -> id.equals(shown.getCertId())))
					.count();
			}
		}
		assertThat(users).isPositive();
		assertThat(loadBalancers("ap-tokyo")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "dual.example.com, ecc.dual.example.com, 0", "sni.example.com, ecc.sni.example.com, 1" })
	void certificateOfAFurtherAlgorithmIsToldByListenersAlone(String first, String further, long sni) throws Exception {
		String firstId = find(first).getCertificateId();
		String furtherId = find(further).getCertificateId();
		List<Listener> found = new ArrayList<>();
		for (String region : List.of("ap-guangzhou", "ap-shanghai", "ap-beijing", "ap-hongkong", "ap-singapore")) {
			for (LoadBalancer loadBalancer : loadBalancers(region)) {
				DescribeListenersRequest request = new DescribeListenersRequest();
				request.setLoadBalancerId(loadBalancer.getLoadBalancerId());
				Arrays.stream(clients.clb(region).DescribeListeners(request).getListeners())
					.filter((listener) -> certificates(listener)
						.anyMatch((shown) -> List.of(shown.getExtCertIds()).contains(furtherId)))
					.forEach(found::add);
			}
		}
		assertThat(found).singleElement().satisfies((listener) -> {
			assertThat(listener.getSniSwitch()).isEqualTo(sni);
			assertThat(certificates(listener)).extracting(CertificateOutput::getCertId).containsExactly(firstId);
		});
	}

	private static List<LoadBalancer> loadBalancers(String region) throws TencentCloudSDKException {
		DescribeLoadBalancersRequest request = new DescribeLoadBalancersRequest();
		request.setForward(1L);
		request.setLimit(100L);
		return List.of(clients.clb(region).DescribeLoadBalancers(request).getLoadBalancerSet());
	}

	private static Stream<CertificateOutput> certificates(Listener listener) {
		return Stream
			.concat(Stream.ofNullable(listener.getCertificate()),
					Arrays.stream(listener.getRules()).map(RuleOutput::getCertificate))
			.filter((certificate) -> certificate.getCertId() != null);
	}

	@Test
	void loadBalancersComeInPagesAndNoneIsClassic() throws Exception {
		List<LoadBalancer> all = loadBalancers("ap-guangzhou");
		DescribeLoadBalancersRequest request = new DescribeLoadBalancersRequest();
		request.setLimit(1L);
		request.setOffset(1L);
		assertThat(clients.clb("ap-guangzhou").DescribeLoadBalancers(request).getLoadBalancerSet()).singleElement()
			.extracting(LoadBalancer::getLoadBalancerId)
			.isEqualTo(all.get(1).getLoadBalancerId());
		assertThat(clients.clb("ap-guangzhou").DescribeLoadBalancers(request).getTotalCount())
			.isEqualTo((long) all.size());
		request.setForward(0L);
		assertThat(clients.clb("ap-guangzhou").DescribeLoadBalancers(request).getTotalCount()).isZero();
		request.setLimit(101L);
		assertError("InvalidParameterValue", () -> clients.clb("ap-guangzhou").DescribeLoadBalancers(request));
	}

	@Test
	void regionIsNeededWhereTheDocumentSaysSo() {
		DescribeLoadBalancersRequest request = new DescribeLoadBalancersRequest();
		assertError("MissingParameter", () -> clients.clb("").DescribeLoadBalancers(request));
		assertError("UnsupportedRegion", () -> clients.clb("ap-atlantis").DescribeLoadBalancers(request));
	}

	@Test
	void bareMetalIsFoundByListener() throws Exception {
		String id = find("metal.example.net").getCertificateId();
		List<String> users = Stream.of("ap-guangzhou", "ap-shanghai")
			.filter((region) -> usesOnBareMetal(region, id))
			.toList();
		assertThat(users).hasSize(1);
	}

	private static boolean usesOnBareMetal(String region, String id) {
		try {
			DescribeL7ListenersRequest request = new DescribeL7ListenersRequest();
			request.setLoadBalancerId(clients.bmlb(region)
				.DescribeLoadBalancers(new com.tencentcloudapi.bmlb.v20180625.models.DescribeLoadBalancersRequest())
				.getLoadBalancerSet()[0].getLoadBalancerId());
			return Arrays.stream(clients.bmlb(region).DescribeL7Listeners(request).getListenerSet())
				.map(L7Listener::getCertId)
				.anyMatch(id::equals);
		}
		catch (TencentCloudSDKException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void clientWithoutTypesIsServedAsWell() throws Exception {
		JsonNode answer = clients.call("ssl", "2019-12-05", "DescribeCertificates", "{\"Limit\": 2}");
		assertThat(answer.path("Certificates")).hasSize(2);
		assertError("InvalidAction", () -> clients.call("ssl", "2019-12-05", "DescribeNothing", "{}"));
	}

	@Test
	void wrongKeyIsTold() {
		TencentClients wrong = clients.with(new Credential("AKIDsandbox", "guessed"));
		assertError("AuthFailure.SignatureFailure",
				() -> wrong.ssl().DescribeCertificates(new DescribeCertificatesRequest()));
	}

	private static UploadCertificateRequest upload(TestMaterial material) {
		UploadCertificateRequest request = new UploadCertificateRequest();
		request.setCertificatePublicKey(material.certificatePem());
		request.setCertificatePrivateKey(material.keyPem());
		return request;
	}

	private static Certificates find(String domain) throws TencentCloudSDKException {
		DescribeCertificatesRequest request = new DescribeCertificatesRequest();
		request.setSearchKey(domain);
		return list(request).stream().filter((found) -> found.getDomain().equals(domain)).findFirst().orElseThrow();
	}

	private static DescribeCertificateDetailResponse detail(String id) throws TencentCloudSDKException {
		DescribeCertificateDetailRequest request = new DescribeCertificateDetailRequest();
		request.setCertificateId(id);
		return clients.ssl().DescribeCertificateDetail(request);
	}

	private static List<Certificates> list(DescribeCertificatesRequest request) throws TencentCloudSDKException {
		DescribeCertificatesResponse response = clients.ssl().DescribeCertificates(request);
		return List.of(response.getCertificates());
	}

	private static List<String> ids(DescribeCertificatesRequest request) throws TencentCloudSDKException {
		return list(request).stream().map(Certificates::getCertificateId).toList();
	}

	private static void assertError(String code, ThrowingCallable call) {
		assertThatExceptionOfType(TencentCloudSDKException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(code));
	}

}
