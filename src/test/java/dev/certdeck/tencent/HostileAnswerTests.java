package dev.certdeck.tencent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.Usage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Answers whose numbers, sizes or gaps would cost memory or hide what is held.
 */
@Timeout(60)
class HostileAnswerTests {

	private static final CertificateId ID = new CertificateId("certSVR1");

	private static final List<String> NO_COUNTS = List.of("2000000000", "2147483647", "2147483648", "200001", "-1",
			"1.5", "1e300", "\"1e3\"", "\"" + "9".repeat(500) + "\"", "99999999999999999999", "null", "[]", "{}",
			"true", "\"many\"");

	private final FakeCloud cloud = new FakeCloud();

	private final List<TencentRoom> rooms = new ArrayList<>();

	@AfterEach
	void close() {
		this.rooms.forEach(TencentRoom::close);
		this.cloud.close();
	}

	static Stream<Arguments> noCounts() {
		return Stream.of("v2", "v3").flatMap((api) -> NO_COUNTS.stream().map((count) -> Arguments.of(api, count)));
	}

	@ParameterizedTest
	@MethodSource("noCounts")
	void countBeyondReasonFailsEveryListThatHasIt(String api, String count) {
		CertificateStore store = room(api).store();
		this.cloud.answering(list(api, count, "[%s]".formatted(row(api, ID.value()))));
		assertUnintelligible(() -> store.list(Progress.IGNORED));
		assertUnintelligible(() -> store.search("x"));
		assertUnintelligible(() -> store.find(ID));
		assertUnintelligible(() -> store.read(ID));
	}

	@ParameterizedTest
	@MethodSource("noCounts")
	void countOfResourcesBeyondReasonLeavesTheUseUnknown(String api, String count) {
		this.cloud.answering(
				"{\"code\":0,\"data\":{\"total\":N,\"hosts\":[]},\"loadBalancerSet\":[],\"totalCount\":N,\"certSet\":7,"
					.replace("N", count)
						+ "\"Response\":{\"TotalCount\":N,\"LoadBalancerSet\":[]}}".replace("N", count));
		for (BindingSource source : room(api).sources()) {
			assertThat(usage(source).state()).isEqualTo(Usage.State.UNKNOWN);
		}
	}

	@Test
	void countsOfRegionsThatOverflowTogetherAreAUse() {
		String regions = String.join(",",
				IntStream.range(0, 4)
					.mapToObj((number) -> "{\"Region\":\"r%d\",\"TotalCount\":2147483647}".formatted(number))
					.toList());
		this.cloud.answeringCalls((call) -> call.header("X-TC-Action").startsWith("Create")
				? response("\"CertTaskIds\":[{\"CertId\":\"certSVR1\",\"TaskId\":\"1\"}]")
				: response("\"SyncTaskBindResourceResult\":[{\"TaskId\":\"1\",\"Status\":1,\"BindResourceResult\":["
						+ "{\"ResourceType\":\"clb\",\"BindResourceRegionResult\":[" + regions + "]}]}]"));
		Usage usage = usage(room("v3").sources().get(0));
		assertThat(usage.state()).isEqualTo(Usage.State.BOUND);
		assertThat(usage.count()).isEqualTo(800_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "v2", "v3" })
	void listThatContradictsItsCountFails(String api) {
		CertificateStore store = room(api).store();
		this.cloud.answering(list(api, "1", "[%s,%s]".formatted(row(api, "a1"), row(api, "a2"))));
		assertUnintelligible(() -> store.list(Progress.IGNORED));
		assertUnintelligible(() -> store.find(ID));
		this.cloud.answering(list(api, "150", "[]"));
		assertUnintelligible(() -> store.list(Progress.IGNORED));
		assertUnintelligible(() -> store.find(ID));
		this.cloud.answering(list(api, "2", "[%s]".formatted(row(api, "a1"))));
		assertUnintelligible(() -> store.find(ID));
		assertUnintelligible(() -> store.read(ID));
		this.cloud.answering(list(api, "200000", "[%s]".formatted(row(api, "a1"))));
		assertUnintelligible(() -> store.list(Progress.IGNORED));
		this.cloud.answering(list(api, "100", "[%s,%s,%s]".formatted(row(api, "a1"), row(api, "a2"), row(api, "a3"))));
		assertUnintelligible(() -> room(api, Map.of("page-size", 2)).store().list(Progress.IGNORED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "v2", "v3" })
	void listThatNeverEndsIsGivenUp(String api) {
		CertificateStore store = room(api).store();
		this.cloud.answering((parameters) -> {
			int number = this.cloud.calls().size();
			return list(api, Integer.toString(number + 1), "[%s]".formatted(row(api, "a" + number)));
		});
		assertUnintelligible(() -> store.search("x"));
		this.cloud.answering(list(api, "3", "[%s]".formatted(row(api, "a1"))));
		assertUnintelligible(() -> store.search("x"));
		assertThat(this.cloud.calls()).hasSizeLessThan(30);
	}

	static Stream<Arguments> absentLists() {
		return Stream.concat(
				Stream
					.of("{}", "{'data':null}", "{'data':[]}", "{'data':{}}", "{'data':{'totalNum':0}}",
							"{'data':{'list':[]}}", "{'data':{'list':null}}", "{'data':{'totalNum':0,'list':{}}}",
							"{'data':{'totalNum':0,'list':{'a':{'id':'x'}}}}", "{'data':{'totalNum':0,'list':''}}",
							"{'data':{'totalNum':0,'List':[]}}", "{'totalNum':0,'list':[]}", "{'data':[[]]}")
					.map((json) -> Arguments.of("v2", "{'code':0," + json.substring(1))),
				Stream
					.of("{}", "{'TotalCount':0}", "{'Certificates':[]}", "{'Certificates':null}",
							"{'TotalCount':0,'Certificates':{}}", "{'TotalCount':0,'Certificates':{'a':{}}}",
							"{'TotalCount':0,'Certificates':''}", "{'TotalCount':0,'certificates':[]}")
					.map((json) -> Arguments.of("v3", "{'Response':" + json + "}")));
	}

	@ParameterizedTest
	@MethodSource("absentLists")
	void listThatIsAbsentIsNotEmpty(String api, String json) {
		CertificateStore store = room(api).store();
		this.cloud.answering(json.replace('\'', '"').replace(",}", "}"));
		assertUnintelligible(() -> store.list(Progress.IGNORED));
		assertUnintelligible(() -> store.search("x"));
		assertUnintelligible(() -> store.find(ID));
		assertUnintelligible(() -> store.read(ID));
	}

	@ParameterizedTest
	@ValueSource(strings = { "v2", "v3" })
	void listThatIsEmptyIsSo(String api) {
		CertificateStore store = room(api).store();
		for (String rows : List.of("[]", "null")) {
			this.cloud.answering(list(api, "0", rows));
			assertThat(store.list(Progress.IGNORED)).isEqualTo(new CertificateList(List.of(), 0, true));
			assertThat(store.find(ID)).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "v2", "v3" })
	void contentThatIsAbsentIsNotNone(String api) {
		CertificateStore store = room(api).store();
		String row = (api.equals("v2") ? "{'id':'certSVR1','certBeginTime':'2026-01-01 00:00:00'}"
				: "{'CertificateId':'certSVR1','CertBeginTime':'2026-01-01 00:00:00'}")
			.replace('\'', '"');
		this.cloud.answering(list(api, "1", "[" + row + "]"));
		assertThat(store.find(ID)).isPresent();
		assertUnintelligible(() -> store.read(ID));
	}

	@ParameterizedTest
	@ValueSource(strings = { "v2", "v3" })
	void useOfWhichTheAnswerSaysNothingIsUnknown(String api) {
		for (String json : List.of("{\"code\":0,\"Response\":{}}", "{\"code\":0,\"data\":null,\"Response\":{}}",
				"{\"code\":0,\"data\":{\"total\":0},\"totalCount\":0,\"Response\":{\"TotalCount\":0}}",
				"{\"code\":0,\"data\":{\"total\":0,\"hosts\":{}},\"totalCount\":0,\"loadBalancerSet\":{},"
						+ "\"certSet\":null,\"Response\":{\"TotalCount\":0,\"LoadBalancerSet\":{}}}")) {
			this.cloud.answering(json);
			for (BindingSource source : room(api).sources()) {
				assertThat(usage(source).state()).as(json + source.kinds()).isEqualTo(Usage.State.UNKNOWN);
			}
		}
	}

	static Stream<Arguments> largeAnswers() {
		String deep = "[".repeat(100_000) + "]".repeat(100_000);
		String wide = "[" + "{},".repeat(2_000_000) + "{}]";
		String digits = "9".repeat(1_000_000);
		return Stream.of("v2", "v3")
			.flatMap((api) -> Stream
				.of(list(api, "1", deep), list(api, "1", wide), list(api, digits, "[]"),
						list(api, "1", "[{\"" + "n".repeat(1_000_000) + "\":1}]"))
				.map((json) -> Arguments.of(api, json)));
	}

	@ParameterizedTest(name = "{0}, {index}")
	@MethodSource("largeAnswers")
	void answerThatIsSmallInBytesAndLargeInMemoryFails(String api, String json) {
		this.cloud.answering(json);
		CloudException failure = catchThrowableOfType(CloudException.class,
				() -> room(api).store().list(Progress.IGNORED));
		assertThat(failure).hasMessageContaining("more values, levels or digits than Certdeck reads");
	}

	@Test
	void errorOfARegionIsCutWhereItIsLong() {
		this.cloud.answeringCalls((call) -> call.header("X-TC-Action").startsWith("Create")
				? response("\"CertTaskIds\":[{\"CertId\":\"certSVR1\",\"TaskId\":\"1\"}]")
				: response("\"SyncTaskBindResourceResult\":[{\"TaskId\":\"1\",\"Status\":1,\"BindResourceResult\":["
						+ "{\"ResourceType\":\"clb\",\"BindResourceRegionResult\":[{\"Region\":\"r\",\"Error\":\""
						+ "x".repeat(100_000) + "\"}]}]}]"));
		assertThat(usage(room("v3").sources().get(0)).unknown().values())
			.allSatisfy((cause) -> assertThat(cause).hasSizeLessThan(1000));
	}

	private TencentRoom room(String api) {
		return room(api, Map.of("task.timeout", "200ms", "clb.listeners", false, "bm.regions", "ap-beijing"));
	}

	private TencentRoom room(String api, Map<String, Object> settings) {
		TencentRoom room = new TencentRoom(api, this.cloud.endpoint(), settings);
		this.rooms.add(room);
		return room;
	}

	private static Usage usage(BindingSource source) {
		try {
			Bindings found = source.findAll(List.of(ID), true)
				.getOrDefault(ID, Bindings.unknown(source.kinds(), "left out"));
			return new Usage(found.bindings(), found.unknown(), Instant.EPOCH);
		}
		catch (CloudException ex) {
			return Usage.unknown(source.kinds(), "failed", Instant.EPOCH);
		}
	}

	private static String row(String api, String id) {
		return (api.equals("v2") ? "{\"id\":\"%s\"}" : "{\"CertificateId\":\"%s\"}").formatted(id);
	}

	private static String list(String api, String total, String rows) {
		return api.equals("v2") ? "{\"code\":0,\"data\":{\"totalNum\":" + total + ",\"list\":" + rows + "}}"
				: response("\"TotalCount\":" + total + ",\"Certificates\":" + rows);
	}

	private static String response(String fields) {
		return "{\"Response\":{" + fields + ",\"RequestId\":\"r-1\"}}";
	}

	private static void assertUnintelligible(ThrowingCallable call) {
		CloudException failure = catchThrowableOfType(CloudException.class, call);
		assertThat(failure).isNotNull();
		assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
	}

}
