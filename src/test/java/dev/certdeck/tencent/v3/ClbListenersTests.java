package dev.certdeck.tencent.v3;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.FakeCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClbListeners} with answers in the shapes of Tencent's examples.
 */
class ClbListenersTests {

	private static final CertificateId ID = new CertificateId("LtIaSxlb");

	private static final CertificateId OTHER = new CertificateId("McKgYApY");

	private static final Set<ResourceType> CLB = Set.of(ResourceType.CLB);

	private static final String LOAD_BALANCERS = "DescribeLoadBalancers";

	private static final String LISTENERS = "DescribeListeners";

	private static final String ONE = ActionCloud.response(
			"'TotalCount':1,'LoadBalancerSet':[{'LoadBalancerId':'lb-1','LoadBalancerName':'front','Forward':1}]");

	private static final String NONE = ActionCloud.response("'TotalCount':0,'LoadBalancerSet':[]");

	private final ActionCloud cloud = new ActionCloud().answering(LOAD_BALANCERS, ONE);

	private final ClbListeners listeners = this.cloud.listeners("ap-guangzhou");

	@AfterEach
	void tearDown() {
		this.cloud.close();
	}

	@Test
	void asksAsTencentDocumentsItAndForAllListeners() {
		answer("");
		find();
		assertThat(this.cloud.server().calls()).hasSize(2).allSatisfy((call) -> {
			assertThat(call.header("X-TC-Version")).isEqualTo("2018-03-17");
			assertThat(call.header("X-TC-Region")).isEqualTo("ap-guangzhou");
			assertThat(call.header("Authorization")).contains("/clb/tc3_request");
		});
		assertThat(this.cloud.bodies(LOAD_BALANCERS)).singleElement()
			.asString()
			.contains("\"Forward\":1", "\"Offset\":0", "\"Limit\":100");
		assertThat(this.cloud.bodies(LISTENERS)).containsExactly("{\"LoadBalancerId\":\"lb-1\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'SniSwitch':0,'Certificate':{'CertId':'LtIaSxlb','CertCaId':null,'ExtCertIds':null}",
			"'SniSwitch':0,'Certificate':{'CertId':'McKgYApY','CertCaId':'LtIaSxlb','ExtCertIds':[]}",
			"'SniSwitch':0,'Certificate':{'CertId':'McKgYApY','CertCaId':'','ExtCertIds':['b9USe8CP','LtIaSxlb']}",
			"'SniSwitch':1,'Certificate':null,'Rules':[{'Certificate':{'CertId':'LtIaSxlb'}}]",
			"'SniSwitch':1,'Certificate':null,'Rules':[{'Certificate':{'CertId':'McKgYApY','CertCaId':'LtIaSxlb'}}]",
			"'SniSwitch':1,'Certificate':null,'Rules':[{'Certificate':{'CertId':'McKgYApY'}},{'Certificate':{'CertId':'McKgYApY','ExtCertIds':['LtIaSxlb']}}]",
			"'SniSwitch':1,'Certificate':{'CertId':'McKgYApY','ExtCertIds':['LtIaSxlb']},'Rules':null",
			"'SniSwitch':1,'Certificate':{'CertId':'LtIaSxlb'},'Rules':[{'Certificate':{'CertId':'McKgYApY'}}]" })
	void findsACertificateWhereverAListenerHasIt(String fields) {
		answer("{'ListenerId':'lbl-1','ListenerName':'web','Protocol':'HTTPS','Port':443," + fields + "}");
		assertThat(find()).isEqualTo(Bindings.of(CLB, List.of(new Binding(ResourceType.CLB, "lb-1", "front",
				"ap-guangzhou", List.of(new Listener("lbl-1", "web", 443))))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'Protocol':'TCP','SniSwitch':0,'Certificate':null,'Rules':null",
			"'Protocol':'HTTP','SniSwitch':0,'Certificate':null,'Rules':[{'Domain':'a.example.com','Certificate':null}]",
			"'Protocol':'UDP'", "'Protocol':'TCP_SSL','SniSwitch':0,'Certificate':{'CertId':'McKgYApY'},'Rules':null",
			"'Protocol':'HTTPS','SniSwitch':0,'Certificate':{'CertId':'McKgYApY','ExtCertIds':''},'Rules':[{'Certificate':null}]",
			"'Protocol':'HTTPS','SniSwitch':1,'Certificate':null,'Rules':[]",
			"'Protocol':'HTTPS','SniSwitch':1,'Certificate':null,'Rules':[{'Certificate':{'CertId':'McKgYApY','CertCaId':''}}]" })
	void listenerThatTellsOtherCertificatesOrNoneDoesNotUseIt(String fields) {
		answer("{'ListenerId':'lbl-1','Port':443," + fields + "}");
		assertThat(find()).isEqualTo(Bindings.of(CLB, List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'Protocol':'HTTPS','SniSwitch':0,'Certificate':null,'Rules':[]",
			"'Protocol':'HTTPS','SniSwitch':0", "'Protocol':'TCP_SSL','Certificate':{}", "'Protocol':'QUIC'",
			"'Protocol':'HTTPS','SniSwitch':0,'Certificate':{'CertId':null,'CertCaId':null,'ExtCertIds':[]}",
			"'Protocol':'HTTPS','SniSwitch':0,'Certificate':{'CertId':{'Id':'McKgYApY'}}",
			"'Protocol':'HTTPS','SniSwitch':0,'Certificate':'LtIaSxlb'",
			"'Protocol':'HTTPS','SniSwitch':0,'Certificate':{'CertId':'McKgYApY','CertCaId':['LtIaSxlb']}",
			"'Protocol':'HTTPS','SniSwitch':0,'Certificate':{'CertId':'McKgYApY','ExtCertIds':[{'Id':'LtIaSxlb'}]}",
			"'Protocol':'HTTPS','SniSwitch':0,'Certificate':{'CertId':'McKgYApY','ExtCertIds':[null]}",
			"'Protocol':'HTTPS','SniSwitch':0,'Certificate':{'CertId':'McKgYApY','ExtCertIds':{'0':'LtIaSxlb'}}",
			"'Protocol':'HTTPS','SniSwitch':1,'Certificate':null,'Rules':null",
			"'Protocol':'HTTPS','SniSwitch':1,'Certificate':null",
			"'Protocol':'HTTPS','SniSwitch':1,'Certificate':null,'Rules':'none'",
			"'Protocol':'HTTPS','SniSwitch':1,'Certificate':null,'Rules':[null]",
			"'Protocol':'HTTPS','SniSwitch':1,'Certificate':null,'Rules':[{'Certificate':{'CertId':'McKgYApY'}},{'Certificate':null}]",
			"'Protocol':'HTTPS','SniSwitch':1,'Certificate':{'CertId':'McKgYApY'},'Rules':[{'Domain':'a.example.com'}]",
			"'Protocol':null,'Certificate':null", "'Protocol':'','SniSwitch':0" })
	void listenerThatDoesNotTellItsCertificatesMakesClbUnknown(String fields) {
		answer("{'ListenerId':'lbl-1','Port':443," + fields + "}");
		assertThat(find().bindings()).isEmpty();
		assertThat(find().unknown()).containsOnlyKeys(ResourceType.CLB);
	}

	@Test
	void listenerThatDoesNotTellItsCertificatesIsNamed() {
		answer("{'ListenerId':'lbl-odd','Protocol':'HTTPS','Certificate':null}");
		assertThat(find().unknown()).hasEntrySatisfying(ResourceType.CLB,
				(cause) -> assertThat(cause).contains("lbl-odd of lb-1 in ap-guangzhou"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'Listeners':null", "'TotalCount':0", "'Listeners':[]", "'Listeners':{}",
			"'TotalCount':0,'Listeners':null", "'Listeners':[7]", "'Listeners':'none'",
			"'TotalCount':1,'Listeners':[]" })
	void answerWithoutAListOfListenersIsNoneOnlyWhereItCountsNone(String fields) {
		this.cloud.answering(LISTENERS, ActionCloud.response(fields));
		boolean none = Set.of("'TotalCount':0,'Listeners':null", "'Listeners':[]").contains(fields);
		assertThat(find().unknown().isEmpty()).isEqualTo(none);
	}

	@ParameterizedTest
	@CsvSource({ "DescribeLoadBalancers, UnauthorizedOperation", "DescribeListeners, UnauthorizedOperation",
			"DescribeListeners, UnauthorizedOperation.CamNoAuth",
			"DescribeLoadBalancers, AuthFailure.UnauthorizedOperation" })
	void missingPermissionIsNamedWithTheWayOut(String action, String code) {
		answer("");
		this.cloud.answering(action, ActionCloud.error(code, "no"));
		assertThat(this.listeners.find(List.of(ID, OTHER), Set.of())).containsOnlyKeys(ID, OTHER)
			.allSatisfy((id, found) -> assertThat(found.unknown()).hasEntrySatisfying(ResourceType.CLB,
					(cause) -> assertThat(cause).startsWith("the key lacks the permission clb:" + action + ";")
						.contains("certdeck.tencent.clb.listeners=false", code, "req-7")));
	}

	@ParameterizedTest
	@CsvSource({ "DescribeLoadBalancers, InternalError", "DescribeListeners, InvalidParameter.LBIdNotFound",
			"DescribeListeners, UnsupportedOperation", "DescribeLoadBalancers, NoSuchProduct",
			"DescribeListeners, UnsupportedRegion" })
	void otherFailureMakesClbUnknownAndNamesTheCall(String action, String code) {
		answer("");
		this.cloud.answering(action, ActionCloud.error(code, "no"));
		assertThat(find().unknown()).hasEntrySatisfying(ResourceType.CLB,
				(cause) -> assertThat(cause).contains(action + " on 127.0.0.1", code, "req-7")
					.doesNotContain("permission"));
	}

	@Test
	void thereIsNoneInARegionWhereClbIsNotOffered() {
		ClbListeners two = this.cloud.listeners("ap-atlantis", "ap-guangzhou");
		this.cloud.answeringCalls(LOAD_BALANCERS, (call) -> call.header("X-TC-Region").equals("ap-atlantis")
				? ActionCloud.error("UnsupportedRegion", "no") : ONE);
		answer("{'ListenerId':'lbl-1','Protocol':'HTTPS','Port':443,'Certificate':{'CertId':'LtIaSxlb'}}");
		Bindings found = two.find(List.of(ID), Set.of()).get(ID);
		assertThat(found.bindings()).extracting(Binding::region).containsExactly("ap-guangzhou");
		assertThat(found.unknown()).isEmpty();
	}

	@Test
	void looksInEveryRegionOnceAndInThoseThatAreKnownToo() {
		this.cloud.answering(LOAD_BALANCERS, NONE);
		this.listeners.find(List.of(ID), Set.of("ap-guangzhou", "ap-mumbai", ""));
		assertThat(this.cloud.server().calls()).extracting((call) -> call.header("X-TC-Region"))
			.containsExactlyInAnyOrder("ap-guangzhou", "ap-mumbai");
	}

	@Test
	void readsAllPagesOfLoadBalancers() {
		this.cloud.answering(LOAD_BALANCERS, (body) -> page(offset(body), 250));
		answer("{'ListenerId':'lbl-1','Protocol':'HTTPS','Port':443,'Certificate':{'CertId':'LtIaSxlb'}}");
		assertThat(find().bindings()).hasSize(250);
		assertThat(this.cloud.bodies(LOAD_BALANCERS)).hasSize(3);
	}

	@Test
	void listOfLoadBalancersThatIsShortMakesClbUnknown() {
		answer("");
		this.cloud.answering(LOAD_BALANCERS, (body) -> (offset(body) == 0) ? page(0, 150) : NONE);
		assertThat(find().unknown()).containsOnlyKeys(ResourceType.CLB);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'TotalCount':1,'LoadBalancerSet':[{'LoadBalancerName':'front'}]", "'TotalCount':1",
			"'LoadBalancerSet':[]", "'TotalCount':1,'LoadBalancerSet':[null]",
			"'TotalCount':null,'LoadBalancerSet':null" })
	void loadBalancersThatCanNotBeToldMakeClbUnknown(String fields) {
		answer("");
		this.cloud.answering(LOAD_BALANCERS, ActionCloud.response(fields));
		assertThat(find().unknown()).containsOnlyKeys(ResourceType.CLB);
	}

	@Test
	void eachCertificateHasItsOwnListeners() {
		answer("{'ListenerId':'lbl-1','Protocol':'HTTPS','Port':443,'Certificate':{'CertId':'LtIaSxlb','ExtCertIds':['McKgYApY']}},"
				+ "{'ListenerId':'lbl-2','Protocol':'HTTPS','Port':'8443','Certificate':{'CertId':'McKgYApY'}}");
		Map<CertificateId, Bindings> found = this.listeners.find(List.of(ID, OTHER, ID), Set.of());
		assertThat(ports(found.get(ID))).containsExactly(443);
		assertThat(ports(found.get(OTHER))).containsExactly(443, 8443);
		assertThat(this.cloud.server().calls()).extracting(FakeCloud.Call::body).hasSize(2);
	}

	private static List<Integer> ports(Bindings found) {
		assertThat(found.bindings()).hasSize(1);
		return found.bindings().get(0).listeners().stream().map(Listener::port).toList();
	}

	private void answer(String rows) {
		this.cloud.answering(LISTENERS, ActionCloud.response("'Listeners':[" + rows + "]"));
	}

	private Bindings find() {
		return this.listeners.find(List.of(ID), Set.of()).get(ID);
	}

	private static int offset(String body) {
		return Integer.parseInt(body.replaceAll(".*\"Offset\":(\\d+).*", "$1"));
	}

	private static String page(int offset, int total) {
		return ActionCloud.response(IntStream.range(offset, Math.min(offset + 100, total))
			.mapToObj("{'LoadBalancerId':'lb-%d','LoadBalancerName':''}"::formatted)
			.collect(Collectors.joining(",", "'TotalCount':" + total + ",'LoadBalancerSet':[", "]")));
	}

}
