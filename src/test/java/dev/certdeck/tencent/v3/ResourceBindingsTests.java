package dev.certdeck.tencent.v3;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource.Found;
import dev.certdeck.certificate.CertificateId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResourceBindings} with answers in the shapes of Tencent's examples.
 */
class ResourceBindingsTests {

	private static final CertificateId ID = new CertificateId("LtIaSxlb");

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
		Found found = this.resources.survey(List.of(ID)).get(ID);
		assertThat(found.bindings()).containsExactly(new Binding(BindingKind.CLB, "", "", "ap-guangzhou", List.of(), 2),
				new Binding(BindingKind.TCB, "", "", "ap-guangzhou", List.of(), 1),
				new Binding(BindingKind.GAAP, "", "", "", List.of(), 1),
				new Binding(BindingKind.OTHER, "", "newproduct", "", List.of(), 3));
		assertThat(found.asOf()).isEqualTo(Instant.parse("2026-11-25T04:00:00Z"));
		assertThat(this.cloud.bodies(CREATE)).singleElement()
			.satisfies((body) -> assertThat(body).contains("\"CertificateIds\":[\"LtIaSxlb\"]", "\"IsCache\":1"));
		assertThat(this.cloud.bodies(DETAIL)).isEmpty();
	}

	@Test
	void productWithAnErrorIsNotKnown() {
		assertThat(this.resources.survey(List.of(ID)).get(ID).unknown())
			.containsExactly(Map.entry(BindingKind.CDN, "timeout"));
	}

	@Test
	void inspectionNamesWhatItCanAndCountsTheRest() {
		Found found = this.resources.inspect(ID, true);
		assertThat(found.bindings()).containsExactly(
				new Binding(BindingKind.CLB, "lb-ltkip4do", "front", "ap-guangzhou",
						List.of(new Listener("lbl-6hkiqc6c", "web", 0))),
				new Binding(BindingKind.CLB, "", "", "ap-guangzhou", List.of(), 1),
				new Binding(BindingKind.TCB, "env-1", "shop", "ap-guangzhou", List.of()),
				new Binding(BindingKind.GAAP, "ga-9ri8fhos", "fast", "",
						List.of(new Listener("lsr-g1f9fth1", "ssl", 0))),
				new Binding(BindingKind.OTHER, "", "newproduct", "", List.of(), 3));
		assertThat(found.unknown()).containsOnlyKeys(BindingKind.CDN);
		assertThat(this.cloud.bodies(CREATE)).allMatch((body) -> body.contains("\"IsCache\":0"));
		assertThat(this.cloud.bodies(DETAIL)).first()
			.satisfies((body) -> assertThat(body).contains("\"Limit\":\"100\"", "\"Offset\":\"0\""));
	}

	@Test
	void namesThatCanNotBeReadLeaveTheCounts() {
		this.cloud.answering(DETAIL, ActionCloud.error("InternalError", "no names today"));
		assertThat(this.resources.inspect(ID, false)).isEqualTo(this.resources.survey(List.of(ID)).get(ID));
	}

	@Test
	void waitsForTheTaskToEnd() {
		AtomicInteger looks = new AtomicInteger();
		this.cloud.answering(RESULT,
				(body) -> (looks.incrementAndGet() < 4) ? running() : ActionCloud.json("bind-result.json"));
		assertThat(this.resources.survey(List.of(ID)).get(ID).bindings()).hasSize(4);
		assertThat(looks).hasValue(4);
	}

	@Test
	void taskThatDoesNotEndLeavesEveryKindUnknown() {
		this.cloud.answering(RESULT, running());
		Found found = this.cloud.resources(Duration.ofMillis(20)).survey(List.of(ID)).get(ID);
		assertUnknown(found, "the cloud had not ended its look");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'TaskId':'748599','Status':2,'Error':{'Code':'FailedOperation','Message':'broken'}",
			"'TaskId':'748599','Status':3", "'TaskId':'748599','Status':1,'BindResourceResult':null",
			"'TaskId':'748599','Status':1,'BindResourceResult':[{'ResourceType':'clb','BindResourceRegionResult':null}]" })
	void taskThatFailedOrCanNotBeReadLeavesEveryKindUnknown(String result) {
		this.cloud.answering(RESULT, ActionCloud.response("'SyncTaskBindResourceResult':[{" + result + "}]"));
		assertUnknown(this.cloud.resources(Duration.ofMillis(20)).survey(List.of(ID)).get(ID), "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'TotalCount':null", "'TotalCount':'many'", "'TotalCount':-1", "'Error':''" })
	void regionWithoutACountIsNotKnown(String region) {
		this.cloud.answering(RESULT, ActionCloud.response("'SyncTaskBindResourceResult':[{'TaskId':'748599','Status':1,"
				+ "'BindResourceResult':[{'ResourceType':'clb','BindResourceRegionResult':[{'Region':'ap-beijing',"
				+ region + "}]}]}]"));
		assertThat(this.resources.survey(List.of(ID)).get(ID).unknown())
			.containsExactly(Map.entry(BindingKind.CLB, "ap-beijing no count"));
	}

	@Test
	void certificateWithoutATaskIsNotKnown() {
		this.cloud.answering(CREATE, ActionCloud.response("'CertTaskIds':[]"));
		assertUnknown(this.resources.survey(List.of(ID)).get(ID), "the cloud did not look for it");
	}

	@Test
	void asksForAHundredAtOnceAndLosesOnlyTheBatchThatFails() {
		List<CertificateId> ids = IntStream.range(0, 250)
			.mapToObj((number) -> new CertificateId("c%07d".formatted(number)))
			.toList();
		AtomicInteger batches = new AtomicInteger();
		this.cloud.answering(CREATE, (body) -> (batches.incrementAndGet() == 2)
				? ActionCloud.error("UnauthorizedOperation", "not this one") : tasks(body));
		this.cloud.answering(RESULT, (body) -> results(body));
		Map<CertificateId, Found> found = this.resources.survey(ids);
		assertThat(batches).hasValue(3);
		assertThat(found).hasSize(250);
		long unknown = found.values().stream().filter((one) -> !one.unknown().isEmpty()).count();
		assertThat(unknown).isIn(50L, 100L);
	}

	private static String tasks(String body) {
		StringBuilder rows = new StringBuilder();
		Pattern.compile("c\\d{7}")
			.matcher(body)
			.results()
			.forEach((id) -> rows.append(rows.isEmpty() ? "" : ",")
				.append("{'CertId':'%s','TaskId':'t-%s'}".formatted(id.group(), id.group())));
		return ActionCloud.response("'CertTaskIds':[" + rows + "]");
	}

	private static String results(String body) {
		StringBuilder rows = new StringBuilder();
		Pattern.compile("t-c\\d{7}")
			.matcher(body)
			.results()
			.forEach((id) -> rows.append(rows.isEmpty() ? "" : ",")
				.append("{'TaskId':'%s','Status':1,'BindResourceResult':[]}".formatted(id.group())));
		return ActionCloud.response("'SyncTaskBindResourceResult':[" + rows + "]");
	}

	private static String running() {
		return ActionCloud.response("'SyncTaskBindResourceResult':[{'TaskId':'748599','Status':0}]");
	}

	private static void assertUnknown(Found found, String cause) {
		assertThat(found.bindings()).isEmpty();
		assertThat(found.unknown()).containsOnlyKeys(Counts.KINDS)
			.allSatisfy((kind, why) -> assertThat(why).contains(cause).isNotBlank());
	}

}
