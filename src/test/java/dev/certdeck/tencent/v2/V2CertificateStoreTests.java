package dev.certdeck.tencent.v2;

import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.Project;
import dev.certdeck.certificate.UploadResult;
import dev.certdeck.certificate.Validity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link V2CertificateStore}.
 */
@Tag("time-zone")
class V2CertificateStoreTests {

	private static final CertificateId ID = new CertificateId("GjTNRoK7");

	private static final CertificateUpload UPLOAD = new CertificateUpload(CertificateType.SVR, "chain", "private",
			"my alias");

	private final TestCloud cloud = new TestCloud();

	private final V2CertificateStore store = new V2CertificateStore(this.cloud.client(), this.cloud.parallel(), 50);

	@AfterEach
	void close() {
		this.cloud.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pacific/Auckland", "America/New_York" })
	void listsWhatTheCloudDocuments(String zone) {
		TimeZone zoneBefore = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone(zone));
		try {
			this.cloud.answering(TestCloud.json("list.json"));
			CertificateList list = this.store.list(Progress.IGNORED);
			assertThat(list.exact()).as("two rows in place of twelve").isFalse();
			assertDocumented(list.certificates().get(0));
			assertThat(this.cloud.server().calls().get(0).parameters()).containsEntry("Action", "CertGetList")
				.containsEntry("page", "1")
				.containsEntry("count", "50");
			assertThat(this.cloud.server().parameters()).containsEntry("page", "6").containsEntry("count", "2");
		}
		finally {
			TimeZone.setDefault(zoneBefore);
		}
	}

	private static void assertDocumented(Certificate certificate) {
		assertThat(certificate.id()).isEqualTo(ID);
		assertThat(certificate.type()).isEqualTo(CertificateType.SVR);
		assertThat(certificate.plan()).isEqualTo(Plan.FREE);
		assertThat(certificate.names()).containsExactly(new DomainName("cl.example.cn"),
				new DomainName("*.example.cn"));
		assertThat(certificate.validity())
			.isEqualTo(new Validity(Instant.parse("2017-12-20T00:00:00Z"), Instant.parse("2038-12-20T12:00:00Z")));
		assertThat(certificate.appliedAt()).isEqualTo("2017-12-20T13:25:00Z");
		assertThat(certificate.details().packageType()).isEqualTo(2);
		assertThat(certificate.details().validityMonths()).isEqualTo(12);
		assertThat(certificate.details().statusName()).isEqualTo("\u5df2\u901a\u8fc7");
		assertThat(certificate.details().domainValidated()).isTrue();
		assertThat(certificate.details().project())
			.isEqualTo(new Project("0", "\u9ed8\u8ba4\u9879\u76ee", "\u9ed8\u8ba4\u9879\u76ee", "0", "0", null));
	}

	@Test
	void listsWhatIsEmptyOrStrangeAsAbsent() {
		this.cloud.answering(TestCloud.json("list.json"));
		Certificate certificate = this.store.list(Progress.IGNORED).certificates().get(1);
		assertThat(certificate.type()).isEqualTo(CertificateType.CA);
		assertThat(certificate.plan()).isEqualTo(Plan.UPLOADED);
		assertThat(certificate.status()).isEqualTo(new CertificateStatus(42));
		assertThat(certificate.domain()).isNull();
		assertThat(certificate.names()).isEmpty();
		assertThat(certificate.alias()).isEmpty();
		assertThat(certificate.validity()).isNull();
		assertThat(certificate.appliedAt()).isNull();
		assertThat(certificate.details().owner()).isEqualTo("664372747");
		assertThat(certificate.details().packageType()).isNull();
		assertThat(certificate.details().domainValidated()).isTrue();
		assertThat(certificate.details().project()).extracting("id", "name").containsExactly("0", "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'id':'a1'}",
			"{'id':'a1','status':null,'subjectAltName':{'0':'x.org'},'projectInfo':'p'}",
			"{'id':'a1','alias':{},'domain':['x'],'type':{'a':1},'validityPeriod':'one','insertTime':7,'is_vip':'?'}",
			"{'id':'a1','subjectAltName':'a.org, b.org','status':99999999999,'certEndTime':'2020-02-31 00:00:00'}" })
	void rowNeedsNoMoreThanAnId(String row) {
		this.cloud.answering("{'code':0,'data':{'totalNum':1,'list':[%s]}}".formatted(row).replace('\'', '"'));
		assertThat(this.store.list(Progress.IGNORED).certificates()).singleElement().satisfies((certificate) -> {
			assertThat(certificate.id()).hasToString("a1");
			assertThat(certificate.status().isKnown()).isFalse();
			assertThat(certificate.validity()).satisfiesAnyOf((absent) -> assertThat(absent).isNull(),
					(unknown) -> assertThat(unknown).isEqualTo(new Validity(null, null, true)));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'code':0,'data':{'totalNum':'0','list':[]}}",
			"{'code':'0','data':{'totalNum':0,'list':null}}" })
	void emptyListComesInTwoShapes(String json) {
		this.cloud.answering(json.replace('\'', '"'));
		assertThat(this.store.list(Progress.IGNORED)).isEqualTo(new CertificateList(List.of(), 0, true));
		assertThat(this.store.search("x")).isEqualTo(new CertificateList(List.of(), 0, true));
		assertThat(this.store.read(ID)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "<html><body>-----marker-----</body></html>", "{'code':0", "[]", "'marker'",
			"7", "{'message':'marker'}", "{'code':null}", "{'code':'marker'}", "{'code':0,'data':'marker'}",
			"{'code':0,'data':{'list':[]}}", "{'code':0,'data':{'totalNum':1}}",
			"{'code':0,'data':{'totalNum':-1,'list':[]}}", "{'code':0,'data':{'totalNum':1,'list':['marker']}}",
			"{'code':0,'data':{'totalNum':1,'list':'marker'}}",
			"{'code':0,'data':{'totalNum':1,'list':[{'domain':'marker'}]}}",
			"{'code':0,'data':{'totalNum':1,'list':[{'id':'marker!'}]}}" })
	void anythingElseIsUnintelligibleAndNotQuoted(String json) {
		this.cloud.answering(json.replace('\'', '"'));
		CloudException failure = catchThrowableOfType(CloudException.class, () -> this.store.list(Progress.IGNORED));
		assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
		assertThat(failure.mayHaveTakenEffect()).isFalse();
		assertThat(failure).hasNoCause().message().startsWith("CertGetList on 127.0.0.1:").doesNotContain("marker");
		assertThat(this.cloud.server().calls()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "4100,REFUSED,CREDENTIALS,1,false", "'\"4100\"',REFUSED,CREDENTIALS,1,false",
			"4102,REFUSED,PERMISSION,1,false", "4500,REFUSED,CLOCK,1,false", "4400,THROTTLED,RATE,3,false",
			"6000,REFUSED,INTERNAL,1,true", "6200,REFUSED,UNSUPPORTED,1,false", "5100,REFUSED,OTHER,1,false",
			"-1,REFUSED,OTHER,1,false" })
	void saysWhatTheCloudAnswered(String code, Failure failure, Reason reason, int reads, boolean effect) {
		this.cloud.answering("{\"code\":%s,\"codeDesc\":\"Desc\",\"message\":\"(7)\\u8bc1\\r\\nx\"}".formatted(code));
		String plainCode = code.replace("\"", "");
		CloudException read = catchThrowableOfType(CloudException.class, () -> this.store.list(Progress.IGNORED));
		assertThat(read.failure()).isEqualTo(failure);
		assertThat(read.mayHaveTakenEffect()).isFalse();
		assertThat(read.error()).isEqualTo(new CloudError(failure, reason, plainCode, "", read.getMessage()));
		assertThat(read).hasMessageEndingWith("failed: " + plainCode + " Desc (7)\u8bc1 x");
		assertThat(this.cloud.server().calls()).hasSize(reads);
		this.cloud.server().calls().clear();
		CloudException write = catchThrowableOfType(CloudException.class, () -> this.store.upload(UPLOAD));
		assertThat(write.failure()).isEqualTo(failure);
		assertThat(write.mayHaveTakenEffect()).isEqualTo(effect);
		assertThat(this.cloud.server().calls()).hasSize(1);
	}

	@Test
	void searchReadsAllPagesAlsoWhenTheCloudGivesFewerRows() {
		this.cloud.answering((parameters) -> {
			int count = Math.min(20, Integer.parseInt(parameters.get("count")));
			int from = (Integer.parseInt(parameters.get("page")) - 1) * Integer.parseInt(parameters.get("count"));
			return page(from, Math.min(45, from + count), 45);
		});
		assertThat(this.store.search("exa mple").certificates()).hasSize(45);
		assertThat(this.cloud.server().calls()).hasSize(3)
			.allSatisfy((call) -> assertThat(call.parameters()).containsEntry("searchKey", "exa mple"));
	}

	@Test
	void searchLooksAgainWhenTheListMoves() {
		this.cloud.answering((parameters) -> {
			int total = (this.cloud.server().calls().size() == 1) ? 25 : 24;
			int from = "1".equals(parameters.get("page")) ? 0 : 20;
			return page(from, Math.min(from + 20, total), total);
		});
		assertThat(this.store.search("x").certificates()).hasSize(24);
	}

	@Test
	void findReadsTheContentOfTheOneThatWasAsked() {
		this.cloud.answering(TestCloud.json("found.json"));
		assertThat(this.store.read(ID)).hasValueSatisfying((held) -> {
			assertThat(held.certificate().id()).isEqualTo(ID);
			assertThat(held.chain()).startsWith("-----BEGIN CERTIFICATE-----");
		});
		assertThat(this.cloud.server().parameters()).containsEntry("id", "GjTNRoK7").containsEntry("withCert", "1");
		assertThat(this.store.find(new CertificateId("gjtnrok7"))).isEmpty();
	}

	@Test
	void findOfWhatTheCloudDoesNotHoldIsEmpty() {
		this.cloud.answering("{\"code\":5000,\"message\":\"gone\"}");
		assertThat(this.store.read(ID)).isEmpty();
	}

	@Test
	void uploadHandsOverEverythingInTheBody() {
		this.cloud.answering("{\"code\":0,\"data\":{\"id\":\"9hyvgrkE\"}}");
		assertThat(this.store.upload(UPLOAD)).isEqualTo(new UploadResult(new CertificateId("9hyvgrkE"), false));
		assertThat(this.cloud.server().parameters()).containsEntry("Action", "CertUpload")
			.containsEntry("cert", "chain")
			.containsEntry("certType", "SVR")
			.containsEntry("key", "private")
			.containsEntry("alias", "my alias");
		assertThat(this.cloud.server().calls().get(0).target()).isEqualTo("/v2/index.php");
		assertThat(this.cloud.server().calls().get(0).contentType()).startsWith("application/x-www-form-urlencoded");
	}

	@Test
	void uploadOfCaCertificateHandsOverNoKey() {
		this.cloud.answering("{\"code\":0,\"data\":{\"id\":\"9hyvgrkE\"}}");
		this.store.upload(new CertificateUpload(CertificateType.CA, "chain", "private", ""));
		assertThat(this.cloud.server().parameters()).containsEntry("certType", "CA").doesNotContainKeys("key", "alias");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'code':0}", "{'code':0,'data':[]}", "{'code':0,'data':{'id':''}}", "<html>" })
	void uploadWithoutAnIdMayHaveTakenEffect(String json) {
		this.cloud.answering(json.replace('\'', '"'));
		CloudException failure = catchThrowableOfType(CloudException.class, () -> this.store.upload(UPLOAD));
		assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
		assertThat(failure.mayHaveTakenEffect()).isTrue();
		assertThat(this.cloud.server().calls()).hasSize(1);
	}

	@Test
	void uploadIsNotQuotedWhenTheCloudEchoesIt() {
		this.cloud.answering("{\"code\":4000,\"message\":\"bad -----BEGIN PRIVATE KEY-----\\nAAAA\"}");
		CloudException failure = catchThrowableOfType(CloudException.class, () -> this.store.upload(UPLOAD));
		assertThat(failure).hasMessageEndingWith("4000 bad [PEM]");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{'code':0,'data':[]}", "{'code':0}", "{'code':5000,'message':'gone'}", "{'code':'5000'}" })
	void deleteIsDoneWhenTheCertificateIsGone(String json) {
		this.cloud.answering(json.replace('\'', '"'));
		this.store.delete(ID);
		assertThat(this.cloud.server().calls()).hasSize(1);
		assertThat(this.cloud.server().parameters()).containsEntry("Action", "CertDelete")
			.containsEntry("id", "GjTNRoK7");
	}

	@ParameterizedTest
	@ValueSource(ints = { 5100, 4100, 4400, 500, 50000, 6000 })
	void deleteFailsForAnyOtherReason(int code) {
		this.cloud.answering("{\"code\":%d,\"message\":\"no\"}".formatted(code));
		CloudException failure = catchThrowableOfType(CloudException.class, () -> this.store.delete(ID));
		assertThat(failure.error().code()).isEqualTo(Integer.toString(code));
		assertThat(this.cloud.server().calls()).hasSize(1);
	}

	private static String page(int from, int to, int total) {
		return IntStream.range(from, Math.max(from, to))
			.mapToObj("{\"id\":\"c%d\"}"::formatted)
			.collect(Collectors.joining(",", "{\"code\":0,\"data\":{\"totalNum\":" + total + ",\"list\":[", "]}}"));
	}

}
