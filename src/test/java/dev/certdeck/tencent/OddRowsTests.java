package dev.certdeck.tencent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.Validity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Rows that are odd but carry the fact, and rows that can't be read, in both dialects.
 */
@Tag("time-zone")
@ParameterizedClass
@ValueSource(strings = { "v2", "v3" })
class OddRowsTests {

	private static final CertificateId ID = new CertificateId("GjTNRoK7");

	private final FakeCloud cloud = new FakeCloud();

	private TencentRoom room;

	@Parameter
	private String api;

	@BeforeEach
	void start() {
		this.room = new TencentRoom(this.api, this.cloud.endpoint(), Map.of("retries", 0));
	}

	@AfterEach
	void stop() {
		this.room.close();
		this.cloud.close();
	}

	@ParameterizedTest
	@CsvSource({ "null", "''", "0000-00-00 00:00:00", "--", "soon" })
	void beginThatIsMissingOrBrokenDoesNotCostTheEnd(String begin) {
		Validity validity = only("begin", json(begin), "end", "'2026-12-20 07:59:59'").validity();
		assertThat(validity).isNotNull();
		assertThat(validity.from()).isNull();
		assertThat(validity.until()).isEqualTo("2026-12-19T23:59:59Z");
	}

	@ParameterizedTest
	@CsvSource({ "soon", "2026-13-45 00:00:00", "[]", "1.5" })
	void endThatIsBrokenDoesNotCostTheBegin(String end) {
		Validity validity = only("begin", "'2026-12-20 08:00:00'", "end", json(end)).validity();
		assertThat(validity).isNotNull();
		assertThat(validity.from()).isEqualTo("2026-12-20T00:00:00Z");
		assertThat(validity.until()).isNull();
		assertThat(validity.endUnknown()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-20T07:59:59, 2026-12-19T23:59:59Z", "2026-12-20T07:59:59Z, 2026-12-20T07:59:59Z",
			"2026/12/20 07:59:59, 2026-12-19T23:59:59Z", "2026-12-20, 2026-12-19T16:00:00Z",
			"2026-12-20 07:59:59.999, 2026-12-19T23:59:59.999Z", "2026-12-20T07:59:59+08:00, 2026-12-19T23:59:59Z",
			"9999-12-31 23:59:59, 9999-12-31T23:59:59Z", "10000-01-01 07:59:59, 9999-12-31T23:59:59Z" })
	void endInAnotherFormIsRead(String end, Instant until) {
		Validity validity = only("begin", "null", "end", json(end)).validity();
		assertThat(validity).isNotNull();
		assertThat(validity.until()).isEqualTo(until);
		assertThat(validity.endUnknown()).isFalse();
	}

	@Test
	void endThatAnIssuedCertificateLacksIsNotKnown() {
		assertThat(only("begin", "null", "end", "null").validity()).isEqualTo(new Validity(null, null, true));
		answer(1, row("id", "'GjTNRoK7'", "status", "0", "end", "null"));
		assertThat(store().list(Progress.IGNORED).certificates()).singleElement()
			.extracting(Certificate::validity)
			.isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "'text'", "7", "[]", "{}", "{'id':null,'CertificateId':null}",
			"{'id':'','CertificateId':''}", "{'id':'no id','CertificateId':'no id'}",
			"{'id':{'a':1},'CertificateId':{'a':1}}", "{'domain':'a.example.com','Domain':'a.example.com'}" })
	void rowThatCanNotBeReadIsLeftOutAndCounted(String odd) {
		answer(3, row("id", "'GjTNRoK7'"), odd.replace('\'', '"'), row("id", "'a90XEOtj'"));
		CertificateList list = store().list(Progress.IGNORED);
		assertThat(list.certificates()).extracting(Certificate::id).containsExactly(ID, new CertificateId("a90XEOtj"));
		assertThat(list.unreadable()).isEqualTo(1);
		assertThat(list.exact()).isTrue();
		assertThat(store().search("x").certificates()).hasSize(2);
		assertThat(store().search("x").unreadable()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{'domain':'a.example.com','Domain':'a.example.com'}" })
	void lookUpThatFindsOnlyWhatCanNotBeReadDoesNotSayThatItIsGone(String odd) {
		answer(1, odd.replace('\'', '"'));
		for (Runnable lookUp : List.<Runnable>of(() -> store().find(ID), () -> store().read(ID))) {
			CloudException failure = catchThrowableOfType(CloudException.class, lookUp::run);
			assertThat(failure).isNotNull();
			assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
		}
	}

	@Test
	void lookUpFindsItsRowBesideOthers() {
		answer(2, "null", row("id", "'GjTNRoK7'"));
		assertThat(store().find(ID)).hasValueSatisfying((found) -> assertThat(found.id()).isEqualTo(ID));
	}

	@ParameterizedTest
	@CsvSource({ "issued, -1", "null, -1", "'\"1\"', 1", "1.0, 1", "[], -1", "42, 42" })
	void statusThatIsNoneCostsOnlyTheStatus(String status, int code) {
		answer(1, row("id", "'GjTNRoK7'", "status", status.equals("issued") ? "'issued'" : status, "end",
				"'2026-12-20 07:59:59'"));
		Certificate certificate = store().list(Progress.IGNORED).certificates().get(0);
		assertThat(certificate.status()).isEqualTo(new CertificateStatus(code));
		assertThat(certificate.validity()).isNotNull();
	}

	private Certificate only(String... fields) {
		answer(1, row(
				Stream.concat(Stream.of("id", "'GjTNRoK7'", "status", "1"), Stream.of(fields)).toArray(String[]::new)));
		return store().list(Progress.IGNORED).certificates().get(0);
	}

	private CertificateStore store() {
		return this.room.store();
	}

	private void answer(int total, String... rows) {
		String list = String.join(",", rows);
		this.cloud.answering(
				this.api.equals("v2") ? "{\"code\":0,\"data\":{\"totalNum\":%d,\"list\":[%s]}}".formatted(total, list)
						: "{\"Response\":{\"TotalCount\":%d,\"Certificates\":[%s],\"RequestId\":\"r\"}}"
							.formatted(total, list));
	}

	private String row(String... fields) {
		Map<String, String> names = this.api.equals("v2")
				? Map.of("id", "id", "status", "status", "begin", "certBeginTime", "end", "certEndTime")
				: Map.of("id", "CertificateId", "status", "Status", "begin", "CertBeginTime", "end", "CertEndTime");
		return Stream.iterate(0, (index) -> index < fields.length, (index) -> index + 2)
			.map((index) -> "\"%s\":%s".formatted(names.get(fields[index]), fields[index + 1].replace('\'', '"')))
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String json(@Nullable String value) {
		return (value == null || value.equals("null") || value.equals("[]")) ? String.valueOf(value)
				: "\"" + value + "\"";
	}

}
