package dev.certdeck.tencent.v3;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResourceBindings} with answers in the shapes of Tencent's examples.
 */
class ResourceBindingsTests {

	private static final CertificateId ID = new CertificateId("LtIaSxlb");

	private static final String CLB = product("clb", "'Region':'ap-guangzhou','TotalCount':0,'Error':''");

	private static final String CDN = product("cdn", "'Region':'','TotalCount':0");

	private static final String CREATE = "CreateCertificateBindResourceSyncTask";

	private static final String RESULT = "DescribeCertificateBindResourceTaskResult";

	private static final String DETAIL = "DescribeCertificateBindResourceTaskDetail";

	private final ActionCloud cloud = new ActionCloud()
		.answering(CREATE, ActionCloud.response("'CertTaskIds':[{'CertId':'LtIaSxlb','TaskId':'748599'}]"))
		.answering(RESULT, ActionCloud.json("bind-result.json"))
		.answering(DETAIL, ActionCloud.json("bind-detail.json"));

	private final ResourceBindings resources = this.cloud.resources(Duration.ofSeconds(5));

	@AfterEach
	void tearDown() {
		this.cloud.close();
	}

	@Test
	void surveyCountsByProductAndRegion() {
		Bindings found = this.resources.findAll(List.of(ID), false).get(ID);
		assertThat(found.bindings()).containsExactly(
				new Binding(ResourceType.CLB, "", "", "ap-guangzhou", List.of(), 2),
				new Binding(ResourceType.TCB, "", "", "ap-guangzhou", List.of(), 1),
				new Binding(ResourceType.GAAP, "", "", "", List.of(), 1),
				new Binding(ResourceType.OTHER, "", "newproduct", "", List.of(), 3));
		assertThat(found.asOf()).isEqualTo(Instant.parse("2026-11-25T04:00:00Z"));
		assertThat(this.cloud.bodies(CREATE)).singleElement()
			.satisfies((body) -> assertThat(body).contains("\"CertificateIds\":[\"LtIaSxlb\"]", "\"IsCache\":1"));
		assertThat(this.cloud.bodies(DETAIL)).isEmpty();
	}

	@Test
	void productWithAnErrorIsNotKnown() {
		assertThat(this.resources.findAll(List.of(ID), false).get(ID).unknown())
			.containsExactly(Map.entry(ResourceType.CDN, "timeout"));
	}

	@Test
	void inspectionNamesWhatItCanAndCountsTheRest() {
		Bindings found = this.resources.find(ID, Look.THOROUGH);
		assertThat(found.bindings()).containsExactly(
				new Binding(ResourceType.CLB, "lb-ltkip4do", "front", "ap-guangzhou",
						List.of(new Listener("lbl-6hkiqc6c", "web", 0))),
				new Binding(ResourceType.CLB, "", "", "ap-guangzhou", List.of(), 1),
				new Binding(ResourceType.TCB, "env-1", "shop", "ap-guangzhou", List.of()),
				new Binding(ResourceType.GAAP, "ga-9ri8fhos", "fast", "",
						List.of(new Listener("lsr-g1f9fth1", "ssl", 0))),
				new Binding(ResourceType.OTHER, "", "newproduct", "", List.of(), 3));
		assertThat(found.unknown()).containsEntry(ResourceType.CDN, "timeout");
		assertThat(this.cloud.bodies(CREATE)).allMatch((body) -> body.contains("\"IsCache\":0"));
		assertThat(this.cloud.bodies(DETAIL)).first()
			.satisfies((body) -> assertThat(body).contains("\"Limit\":\"100\"", "\"Offset\":\"0\""));
	}

	@Test
	void listenersOfClbAreLookedAtWhenTheCloudMustLookAnewAndOnlyThen() {
		this.cloud.answeringCalls("DescribeLoadBalancers",
				(call) -> ActionCloud.response("'TotalCount':1,'LoadBalancerSet':[{'LoadBalancerId':'%s'}]"
					.formatted(call.header("X-TC-Region").equals("ap-guangzhou") ? "lb-ltkip4do" : "lb-other")));
		this.cloud.answering("DescribeListeners",
				ActionCloud.response("'Listeners':[{'ListenerId':'lbl-second','Port':8443,'Protocol':'HTTPS',"
						+ "'Certificate':{'CertId':'b9Z14O6y','ExtCertIds':['LtIaSxlb']}}]"));
		ResourceBindings looking = this.cloud.resources(Duration.ofSeconds(5), this.cloud.listeners());
		looking.findAll(List.of(ID), false);
		looking.findAll(List.of(ID), true);
		this.resources.findAll(List.of(ID), false);
		assertThat(looking.find(ID, Look.FRESH)).isEqualTo(this.resources.find(ID, Look.THOROUGH));
		assertThat(this.cloud.bodies("DescribeLoadBalancers")).isEmpty();
		assertThat(looking.find(ID, Look.THOROUGH).bindings())
			.filteredOn((binding) -> binding.kind() == ResourceType.CLB)
			.containsExactlyInAnyOrder(
					new Binding(ResourceType.CLB, "lb-ltkip4do", "front", "ap-guangzhou",
							List.of(new Listener("lbl-6hkiqc6c", "web", 0), new Listener("lbl-second", "", 8443))),
					new Binding(ResourceType.CLB, "lb-other", "", "ap-shanghai",
							List.of(new Listener("lbl-second", "", 8443))),
					new Binding(ResourceType.CLB, "", "", "ap-guangzhou", List.of(), 1));
	}

	@Test
	void namesThatCanNotBeReadLeaveTheCounts() {
		this.cloud.answering(DETAIL, ActionCloud.error("InternalError", "no names today"));
		Bindings surveyed = this.resources.findAll(List.of(ID), false).get(ID);
		assertThat(this.resources.find(ID, Look.REMEMBERED)).isEqualTo(surveyed);
	}

	@Test
	void waitsForTheTaskToEnd() {
		AtomicInteger looks = new AtomicInteger();
		this.cloud.answering(RESULT,
				(body) -> (looks.incrementAndGet() < 4) ? running() : ActionCloud.json("bind-result.json"));
		assertThat(this.resources.findAll(List.of(ID), false).get(ID).bindings()).hasSize(4);
		assertThat(looks).hasValue(4);
	}

	@Test
	void taskThatDoesNotEndLeavesEveryKindUnknown() {
		this.cloud.answering(RESULT, running());
		Bindings found = this.cloud.resources(Duration.ofMillis(20)).findAll(List.of(ID), false).get(ID);
		assertUnknown(found, "the cloud had not ended its look");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'TaskId':'748599','Status':2,'Error':{'Code':'FailedOperation','Message':'broken'}",
			"'TaskId':'748599','Status':3", "'TaskId':'748599','Status':null",
			"'TaskId':'748599','Status':1,'BindResourceResult':null",
			"'TaskId':'748599','Status':1,'BindResourceResult':[7]",
			"'TaskId':'748599','Status':1,'BindResourceResult':[]",
			"'TaskId':'748599','Status':1,'BindResourceResult':[{'ResourceType':'clb','BindResourceRegionResult':7}]" })
	void taskThatFailedOrCanNotBeReadLeavesEveryKindUnknown(String result) {
		this.cloud.answering(RESULT, ActionCloud.response("'SyncTaskBindResourceResult':[{" + result + "}]"));
		assertUnknown(this.cloud.resources(Duration.ofMillis(20)).findAll(List.of(ID), false).get(ID), "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'TotalCount':null", "'TotalCount':'many'", "'TotalCount':-1", "'Error':''" })
	void regionWithoutACountIsNotKnown(String region) {
		this.cloud.answering(RESULT, results(product("clb", "'Region':'ap-beijing'," + region), CDN));
		Bindings found = this.cloud.resources(Duration.ofMillis(20)).findAll(List.of(ID), false).get(ID);
		assertThat(found.unknown()).containsExactly(Map.entry(ResourceType.CLB, "ap-beijing no count"));
		assertThat(found.asked()).containsExactly(ResourceType.CDN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'BindResourceRegionResult':[]", "'BindResourceRegionResult':null",
			"'BindResourceRegionResult':[{'Region':'ap-beijing','TotalCount':null,'Error':''}]", "'a':'b'" })
	void productWithoutNumbersIsNoAnswerYet(String regions) {
		AtomicInteger looks = new AtomicInteger();
		String early = results("{'ResourceType':'clb'," + regions + "}", CDN);
		this.cloud.answering(RESULT, (body) -> (looks.incrementAndGet() < 4) ? early : results(CLB, CDN));
		Bindings found = this.resources.findAll(List.of(ID), false).get(ID);
		assertThat(looks).hasValue(4);
		assertThat(found.unknown()).isEmpty();
		assertThat(found.asked()).containsExactly(ResourceType.CLB, ResourceType.CDN);
	}

	@Test
	void emptyAnswerIsNoAnswerYet() {
		AtomicInteger looks = new AtomicInteger();
		this.cloud.answering(RESULT, (body) -> (looks.incrementAndGet() < 4) ? results() : results(CLB, CDN));
		assertThat(this.resources.findAll(List.of(ID), false).get(ID).unknown()).isEmpty();
		assertThat(looks).hasValue(4);
	}

	@Test
	void productThatStaysWithoutNumbersIsNotKnownAndTheOthersAre() {
		this.cloud.answering(RESULT,
				results("{'ResourceType':'clb','BindResourceRegionResult':[]}", product("cdn", "'TotalCount':2")));
		Bindings found = this.cloud.resources(Duration.ofMillis(20)).findAll(List.of(ID), false).get(ID);
		assertThat(found.unknown()).containsOnlyKeys(ResourceType.CLB);
		assertThat(found.bindings()).containsExactly(Binding.unnamed(ResourceType.CDN, "cdn", "", 2));
	}

	@Test
	void clbAndCdnMustBeListedInEveryAnswer() {
		this.cloud.answering(RESULT, results(product("waf", "'TotalCount':0")));
		assertThat(this.resources.findAll(List.of(ID), false).get(ID).unknown()).containsOnlyKeys(ResourceType.CLB,
				ResourceType.CDN);
		assertThat(this.resources.find(ID, Look.THOROUGH).unknown()).containsOnlyKeys(ResourceType.CLB,
				ResourceType.CDN);
	}

	@Test
	void productThatOneAnswerListsMustBeListedInAll() {
		CertificateId other = new CertificateId("c0000002");
		this.cloud.answering(CREATE, (body) -> tasks("LtIaSxlb", "c0000002"));
		String row = "{'TaskId':'t-%s','Status':1,'BindResourceResult':[%s]}";
		this.cloud.answering(RESULT,
				ActionCloud.response("'SyncTaskBindResourceResult':[" + row.formatted("LtIaSxlb", CLB + "," + CDN) + ","
						+ row.formatted("c0000002", CLB + "," + CDN + "," + product("waf", "'TotalCount':0")) + "]"));
		Map<CertificateId, Bindings> found = this.resources.findAll(List.of(ID, other), false);
		assertThat(found.get(ID).unknown()).containsExactly(Map.entry(ResourceType.WAF, BindingSource.LEFT_OUT));
		assertThat(found.get(other).unknown()).isEmpty();
		assertThat(found.get(other).asked()).containsExactly(ResourceType.CLB, ResourceType.CDN, ResourceType.WAF);
	}

	@Test
	void beforeTheFirstRefreshEveryProductMustBeListed() {
		this.cloud.answering(RESULT, results(CLB, CDN));
		assertThat(this.resources.find(ID, Look.FRESH).unknown()).containsKeys(ResourceType.WAF, ResourceType.COS)
			.doesNotContainKeys(ResourceType.CLB, ResourceType.CDN, ResourceType.OTHER);
		this.resources.findAll(List.of(ID), false);
		assertThat(this.resources.find(ID, Look.FRESH).unknown()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'Code':'InternalError','Message':'later'}", "['InternalError']" })
	void errorOfARegionIsOneInWhateverFormItComes(String error) {
		this.cloud.answering(RESULT, results(CLB, product("cdn", "'TotalCount':0,'Error':" + error)));
		assertThat(this.resources.findAll(List.of(ID), false).get(ID).unknown()).containsOnlyKeys(ResourceType.CDN);
	}

	@Test
	void taskThatEndedWellWithAnErrorIsNotKnown() {
		this.cloud.answering(RESULT,
				results(CLB, CDN).replace("\"Status\":1", "\"Status\":1,\"Error\":{\"Code\":\"InternalError\"}"));
		assertUnknown(this.resources.findAll(List.of(ID), false).get(ID), "InternalError");
	}

	@Test
	@Timeout(10)
	void missingPermissionIsToldAtOnce() {
		this.cloud.answering(RESULT, ActionCloud.error("UnauthorizedOperation", "not allowed"));
		assertUnknown(this.cloud.resources(Duration.ofMinutes(5)).findAll(List.of(ID), false).get(ID), "not allowed");
	}

	@Test
	void productThatTheRefreshListedMustBeListedBeforeADeletionToo() {
		this.cloud.answering(RESULT, results(CLB, CDN, product("waf", "'TotalCount':0")));
		this.resources.findAll(List.of(ID), false);
		this.cloud.answering(RESULT, results(CLB, CDN));
		assertThat(this.resources.find(ID, Look.THOROUGH).unknown()).containsOnlyKeys(ResourceType.WAF);
	}

	@Test
	void productThatNoAnswerListsIsNeitherAskedNorUnknown() {
		this.cloud.answering(RESULT, results(CLB, CDN));
		Bindings found = this.resources.findAll(List.of(ID), false).get(ID);
		assertThat(found.unknown()).isEmpty();
		assertThat(found.asked()).doesNotContain(ResourceType.WAF);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "7", "{}", "{'TaskId':null,'Status':1}", "{'TaskId':'t-c0000002','Status':'?'}",
			"{'TaskId':'t-c0000002','Status':1,'BindResourceResult':null}",
			"{'TaskId':'t-c0000002','Status':1,'BindResourceResult':'x'}" })
	@Timeout(10)
	void badRowSpoilsOnlyItselfAndAtOnce(String row) {
		CertificateId spoilt = new CertificateId("c0000002");
		this.cloud.answering(CREATE, (body) -> tasks("LtIaSxlb", "c0000002"));
		this.cloud.answering(RESULT,
				ActionCloud
					.response("'SyncTaskBindResourceResult':[{'TaskId':'t-LtIaSxlb','Status':1,'BindResourceResult':["
							+ CLB + "," + CDN + "]}," + row + "]"));
		Map<CertificateId, Bindings> found = this.cloud.resources(Duration.ofMinutes(5))
			.findAll(List.of(ID, spoilt), false);
		assertThat(found.get(ID).unknown()).isEmpty();
		assertUnknown(found.get(spoilt), "");
	}

	@Test
	void certificateThatIsGoneSpoilsOnlyItself() {
		CertificateId gone = new CertificateId("c0000002");
		this.cloud.answering(CREATE, (body) -> body.contains("c0000002")
				? ActionCloud.error("FailedOperation.CertificateNotFound", "no such certificate") : tasks("LtIaSxlb"));
		this.cloud.answering(RESULT,
				ActionCloud.response("'SyncTaskBindResourceResult':[{'TaskId':'t-LtIaSxlb','Status':1,"
						+ "'BindResourceResult':[" + CLB + "," + CDN + "]}]"));
		Map<CertificateId, Bindings> found = this.resources.findAll(List.of(ID, gone), false);
		assertThat(found.get(ID).unknown()).isEmpty();
		assertUnknown(found.get(gone), "no such certificate");
	}

	@Test
	void certificateWithoutATaskIsNotKnown() {
		this.cloud.answering(CREATE, ActionCloud.response("'CertTaskIds':[]"));
		assertUnknown(this.resources.findAll(List.of(ID), false).get(ID), "the cloud did not look for it");
	}

	@Test
	void asksForAHundredAtOnceAndLosesOnlyTheBatchThatFails() {
		List<CertificateId> ids = IntStream.range(0, 250)
			.mapToObj((number) -> new CertificateId("c%07d".formatted(number)))
			.toList();
		AtomicInteger batches = new AtomicInteger();
		this.cloud.answering(CREATE, (body) -> (batches.incrementAndGet() == 2)
				? ActionCloud.error("UnauthorizedOperation", "not this one") : tasks(named(body, "c\\d{7}")));
		this.cloud.answering(RESULT, (body) -> ended(named(body, "t-c\\d{7}")));
		Map<CertificateId, Bindings> found = this.resources.findAll(ids, false);
		assertThat(batches).hasValue(3);
		assertThat(found).hasSize(250);
		long unknown = found.values().stream().filter((one) -> !one.unknown().isEmpty()).count();
		assertThat(unknown).isIn(50L, 100L);
	}

	private static String tasks(String... ids) {
		return ActionCloud.response("'CertTaskIds':[" + Stream.of(ids)
			.map((id) -> "{'CertId':'%s','TaskId':'t-%s'}".formatted(id, id))
			.collect(Collectors.joining(",")) + "]");
	}

	private static String results(String... products) {
		return ActionCloud.response("'SyncTaskBindResourceResult':[{'TaskId':'748599','Status':1,'BindResourceResult':["
				+ String.join(",", products) + "]}]");
	}

	private static String product(String type, String region) {
		return "{'ResourceType':'%s','BindResourceRegionResult':[{%s}]}".formatted(type, region);
	}

	private static String[] named(String body, String form) {
		return Pattern.compile(form).matcher(body).results().map(MatchResult::group).toArray(String[]::new);
	}

	private static String ended(String... tasks) {
		return ActionCloud.response("'SyncTaskBindResourceResult':[" + Stream.of(tasks)
			.map((task) -> "{'TaskId':'%s','Status':1,'BindResourceResult':[%s,%s]}".formatted(task, CLB, CDN))
			.collect(Collectors.joining(",")) + "]");
	}

	private static String running() {
		return ActionCloud.response("'SyncTaskBindResourceResult':[{'TaskId':'748599','Status':0}]");
	}

	private static void assertUnknown(Bindings found, String cause) {
		assertThat(found.bindings()).isEmpty();
		assertThat(found.unknown()).containsOnlyKeys(Counts.KINDS)
			.allSatisfy((kind, why) -> assertThat(why).contains(cause).isNotBlank());
	}

}
