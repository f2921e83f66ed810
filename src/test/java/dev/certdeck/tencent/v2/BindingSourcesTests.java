package dev.certdeck.tencent.v2;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.wire.BmBindings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ClbBindings}, {@link CdnBindings} and {@link BmBindings}.
 */
class BindingSourcesTests {

	private static final CertificateId SVR = new CertificateId("certSVR1");

	private static final CertificateId CA = new CertificateId("certCA01");

	private static final CertificateId FREE = new CertificateId("unbound1");

	private final TestCloud cloud = new TestCloud();

	private final BindingSource clb = new ClbBindings(this.cloud.client(), this.cloud.parallel(), 20);

	private final BindingSource cdn = new CdnBindings(this.cloud.client(), 100);

	private final BindingSource bm = new BmBindings(new V2BareMetal(this.cloud.client()), this.cloud.parallel(),
			List.of("bj", "sh"));

	@AfterEach
	void close() {
		this.cloud.close();
	}

	@Test
	void eachCoversItsKind() {
		assertThat(this.clb.kinds()).containsExactly(ResourceType.CLB);
		assertThat(this.cdn.kinds()).containsExactly(ResourceType.CDN);
		assertThat(this.bm.kinds()).containsExactly(ResourceType.BM);
	}

	@Test
	void noneAsksAnythingForNoCertificates() {
		assertThat(List.of(this.clb, this.cdn, this.bm))
			.allSatisfy((source) -> assertThat(source.findAll(List.of(), false)).isEmpty());
		assertThat(this.cloud.server().calls()).isEmpty();
	}

	@Test
	void clbFindsLoadBalancersByCertificateAndByClientCertificate() {
		this.cloud.answering(TestCloud.json("clb.json"));
		CertificateId server = new CertificateId("4b9fc92b");
		CertificateId client = new CertificateId("caCaCaCa");
		Map<CertificateId, Bindings> bindings = this.clb.findAll(List.of(server, FREE, client, server), false);
		Listener first = new Listener("lbl-6hkiqc6c", "teaa", 443);
		assertThat(bindings.get(FREE)).isEqualTo(Bindings.of(Set.of(ResourceType.CLB), List.of()));
		assertThat(bindings.get(server).bindings()).containsExactly(
				new Binding(ResourceType.CLB, "lb-ltkip4do", "ad", "gz",
						List.of(first, new Listener("lbl-other", "", 8443))),
				new Binding(ResourceType.CLB, "lb-second", "sni", "sh", List.of()));
		assertThat(bindings.get(client).bindings())
			.containsExactly(new Binding(ResourceType.CLB, "lb-ltkip4do", "ad", "gz", List.of(first)));
		assertThat(this.cloud.server().parameters()).containsKeys("certIds.0", "certIds.1", "certIds.2")
			.doesNotContainKey("certIds.3");
	}

	@Test
	void clbAsksInBatches() {
		this.cloud.answering("{\"code\":0,\"certSet\":[]}");
		List<CertificateId> ids = IntStream.range(0, 45).mapToObj((i) -> new CertificateId("c" + i)).toList();
		assertThat(this.clb.findAll(ids, false)).containsOnlyKeys(ids)
			.allSatisfy((id, found) -> assertThat(found.bindings()).isEmpty());
		assertThat(this.cloud.server().calls()).hasSize(3);
		assertThat(this.cloud.server()
			.calls()
			.stream()
			.flatMap((call) -> call.parameters().entrySet().stream())
			.filter((parameter) -> parameter.getKey().startsWith("certIds."))
			.map(Map.Entry::getValue))
			.containsExactlyInAnyOrderElementsOf(ids.stream().map(CertificateId::value).toList());
	}

	@Test
	void clbFailsWhenOneBatchFails() {
		this.cloud.answering(
				(parameters) -> parameters.containsValue("c0") ? "{\"code\":4100}" : "{\"code\":0,\"certSet\":{}}");
		List<CertificateId> ids = IntStream.range(0, 45).mapToObj((i) -> new CertificateId("c" + i)).toList();
		CloudException failure = catchThrowableOfType(CloudException.class, () -> this.clb.findAll(ids, false));
		assertThat(failure.failure()).isEqualTo(Failure.REFUSED);
	}

	@Test
	void certificateForWhichClbSaysNothingIsLeftOut() {
		this.cloud.answering("{\"code\":0,\"certSet\":{\"certSVR1\":null,\"unbound1\":[]}}");
		assertThat(this.clb.findAll(List.of(SVR, FREE), false)).containsOnlyKeys(FREE);
		assertThat(this.clb.find(SVR, Look.THOROUGH).unknown())
			.containsExactly(Map.entry(ResourceType.CLB, BindingSource.LEFT_OUT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'code':0}", "{'code':0,'certSet':null}", "{'code':0,'certSet':'x'}",
			"{'code':0,'certSet':[{'a':1}]}", "{'code':0,'certSet':{'certSVR1':'x'}}",
			"{'code':0,'certSet':{'certSVR1':[1]}}",
			"{'code':0,'certSet':{'certSVR1':[{'region':'gz','listener':[]}]}}",
			"{'code':0,'certSet':{'x':[{'loadBalancerId':'lb-1'}]}}",
			"{'code':0,'certSet':{'x':[{'loadBalancerId':'lb-1','listener':[{'certCaId':{'a':1}}]}]}}" })
	void clbAnswerThatMayHideABindingIsAFailure(String json) {
		this.cloud.answering(json.replace('\'', '"'));
		assertUnintelligible(this.clb);
	}

	@Test
	void cdnFindsHostsThatUseTheCertificate() {
		this.cloud.answering(TestCloud.json("cdn.json"));
		Map<CertificateId, Bindings> bindings = this.cdn.findAll(List.of(SVR, FREE), false);
		assertThat(bindings.get(FREE)).isEqualTo(Bindings.of(Set.of(ResourceType.CDN), List.of()));
		assertThat(bindings.get(SVR).bindings()).containsExactly(
				new Binding(ResourceType.CDN, "1", "a.example.com", "", List.of()),
				new Binding(ResourceType.CDN, "5", "e.example.com", "", List.of()));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{'code':0,'data':{'total':0,'hosts':null}}", "{'code':0,'data':{'total':'0','hosts':[]}}" })
	void cdnWithoutHostsUsesNothing(String json) {
		this.cloud.answering(json.replace('\'', '"'));
		assertThat(this.cdn.findAll(List.of(SVR), false).get(SVR).bindings()).isEmpty();
	}

	@Test
	void cdnReadsAllPages() {
		this.cloud.answering((parameters) -> hosts(offset(parameters), Math.min(offset(parameters) + 30, 70), 70));
		assertThat(this.cdn.findAll(List.of(SVR), false).get(SVR).bindings()).hasSize(70);
		assertThat(this.cloud.server().calls()).extracting((call) -> call.parameters().get("offset"))
			.containsExactly("0", "30", "60");
	}

	@Test
	void cdnLooksAgainWhenTheTotalMoves() {
		this.cloud.answering((parameters) -> {
			int total = (this.cloud.server().calls().size() <= 1) ? 40 : 41;
			return hosts(offset(parameters), Math.min(offset(parameters) + 30, total), total);
		});
		assertThat(this.cdn.findAll(List.of(SVR), false).get(SVR).bindings()).hasSize(41);
		assertThat(this.cloud.server().calls()).hasSize(4);
	}

	@Test
	void cdnFailsWhenRowsStayMissing() {
		this.cloud.answering((parameters) -> hosts(0, (offset(parameters) == 0) ? 5 : 0, 6));
		assertUnintelligible(this.cdn);
		assertThat(this.cloud.server().calls()).hasSize(6);
	}

	@Test
	void cdnFailsWhenPagesRepeat() {
		this.cloud.answering((parameters) -> hosts(0, 3, 6));
		assertUnintelligible(this.cdn);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'code':0}", "{'code':0,'data':[]}", "{'code':0,'data':{'hosts':[]}}",
			"{'code':0,'data':{'total':0}}", "{'code':0,'data':{'total':1}}",
			"{'code':0,'data':{'total':1,'hosts':['a']}}", "{'code':0,'data':{'total':1,'hosts':[{'ssl_type':0}]}}",
			"{'code':0,'data':{'total':1,'hosts':[{'id':1,'ssl_type':2}]}}",
			"{'code':0,'data':{'total':1,'hosts':[{'id':1,'host':'a'}]}}",
			"{'code':0,'data':{'total':1,'hosts':[{'id':1,'ssl_type':2,'ssl_cert_id':['a']}]}}" })
	void cdnAnswerThatMayHideABindingIsAFailure(String json) {
		this.cloud.answering(json.replace('\'', '"'));
		assertUnintelligible(this.cdn);
	}

	@Test
	void bmFindsListenersByCertificateAndByClientCertificateInEachRegion() {
		this.cloud.answering(bareMetal((parameters) -> TestCloud.json("bm-listeners.json")));
		Map<CertificateId, Bindings> bindings = this.bm.findAll(List.of(SVR, CA, FREE), false);
		Listener web = new Listener("lbl-a", "web", 443);
		assertThat(bindings.get(FREE)).isEqualTo(Bindings.of(Set.of(ResourceType.BM), List.of()));
		assertThat(bindings.get(SVR).bindings()).containsExactly(
				new Binding(ResourceType.BM, "lb-bm1", "front", "bj",
						List.of(web, new Listener("lbl-c", "more", 8443))),
				new Binding(ResourceType.BM, "lb-bm1", "front", "sh",
						List.of(web, new Listener("lbl-c", "more", 8443))));
		assertThat(bindings.get(CA).bindings()).extracting(Binding::region, Binding::listeners)
			.containsExactly(tuple("bj", web), tuple("sh", web));
		assertThat(this.cloud.server().calls()).extracting((call) -> call.parameters().get("Region"))
			.containsExactlyInAnyOrder("bj", "sh", "bj", "sh");
	}

	@Test
	void bmReadsAllPagesOfListeners() {
		this.cloud.answering(bareMetal((parameters) -> listeners(offset(parameters), 2, 5)));
		assertThat(this.bm.findAll(List.of(SVR), false).get(SVR).bindings())
			.allSatisfy((binding) -> assertThat(binding.listeners()).hasSize(5));
	}

	@Test
	void bmListenersWithoutATotalAreAll() {
		this.cloud.answering(
				bareMetal((parameters) -> listeners(offset(parameters), 2, 2).replace("totalCount", "somethingElse")));
		assertThat(this.bm.findAll(List.of(SVR), false).get(SVR).bindings()).hasSize(2);
	}

	@Test
	void bmFailsWhenListenersStayMissing() {
		this.cloud.answering(bareMetal((parameters) -> listeners(0, 2, 5)));
		assertUnintelligible(this.bm);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'code':0}", "{'code':0,'listenerSet':null,'totalCount':1}",
			"{'code':0,'totalCount':1,'listenerSet':[1]}",
			"{'code':0,'totalCount':1,'listenerSet':[{'certId':'certSVR1'}]}",
			"{'code':0,'totalCount':1,'listenerSet':[{'listenerId':'l','SSLMode':1}]}",
			"{'code':0,'totalCount':1,'listenerSet':[{'listenerId':'l','certId':{'a':1}}]}" })
	void bmAnswerThatMayHideABindingIsAFailure(String json) {
		this.cloud.answering(bareMetal((parameters) -> json.replace('\'', '"')));
		assertUnintelligible(this.bm);
	}

	@Test
	void bmFailsWhenOneRegionFails() {
		this.cloud.answering((parameters) -> "sh".equals(parameters.get("Region")) ? "{\"code\":4102}"
				: "{\"code\":0,\"loadBalancerSet\":[],\"totalCount\":0}");
		CloudException failure = catchThrowableOfType(CloudException.class, () -> this.bm.findAll(List.of(SVR), false));
		assertThat(failure.failure()).isEqualTo(Failure.REFUSED);
	}

	private static void assertUnintelligible(BindingSource source) {
		CloudException failure = catchThrowableOfType(CloudException.class, () -> source.findAll(List.of(SVR), false));
		assertThat(failure).isNotNull();
		assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
	}

	private static org.assertj.core.groups.Tuple tuple(String region, Listener listener) {
		return org.assertj.core.groups.Tuple.tuple(region, List.of(listener));
	}

	private static Function<Map<String, String>, String> bareMetal(Function<Map<String, String>, String> listeners) {
		return (parameters) -> "DescribeBmLoadBalancers".equals(parameters.get("Action"))
				? TestCloud.json("bm-load-balancers.json") : listeners.apply(parameters);
	}

	private static int offset(Map<String, String> parameters) {
		return Integer.parseInt(Objects.requireNonNullElse(parameters.get("offset"), "0"));
	}

	private static String hosts(int from, int to, int total) {
		return IntStream.range(from, to)
			.mapToObj("{\"id\":%d,\"host\":\"h\",\"ssl_type\":2,\"ssl_cert_id\":\"certSVR1\"}"::formatted)
			.collect(Collectors.joining(",", "{\"code\":0,\"data\":{\"total\":" + total + ",\"hosts\":[", "]}}"));
	}

	private static String listeners(int from, int count, int total) {
		return IntStream.range(from, Math.min(total, from + count))
			.mapToObj("{\"listenerId\":\"l%d\",\"certId\":\"certSVR1\"}"::formatted)
			.collect(Collectors.joining(",", "{\"code\":0,\"totalCount\":" + total + ",\"listenerSet\":[", "]}"));
	}

}
