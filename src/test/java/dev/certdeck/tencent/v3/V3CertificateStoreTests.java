package dev.certdeck.tencent.v3;

import java.time.Instant;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.UploadResult;
import dev.certdeck.certificate.Validity;
import dev.certdeck.tencent.FakeCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link V3CertificateStore} with answers in the shapes of Tencent's examples.
 */
@Tag("time-zone")
class V3CertificateStoreTests {

	private static final CertificateId ID = new CertificateId("LtIaSxlb");

	private static final CertificateUpload UPLOAD = new CertificateUpload(CertificateType.SVR, "chain", "private",
			"own");

	private final ActionCloud cloud = new ActionCloud();

	private final V3CertificateStore store = this.cloud.store();

	@AfterEach
	void tearDown() {
		this.cloud.close();
	}

	@Test
	void asksAsTencentDocumentsIt() {
		this.cloud.answering("DescribeCertificates", ActionCloud.json("list.json"));
		this.store.list(Progress.IGNORED);
		FakeCloud.Call call = this.cloud.server().calls().get(0);
		assertThat(call.method()).isEqualTo("POST");
		assertThat(call.target()).isEqualTo("/");
		assertThat(call.body()).isEqualTo("{\"Offset\":0,\"Limit\":1000}");
		assertThat(call.contentType()).isEqualTo("application/json; charset=utf-8");
		assertThat(call.header("X-TC-Version")).isEqualTo("2019-12-05");
		assertThat(call.header("X-TC-Timestamp")).isEqualTo(Long.toString(ActionCloud.NOW.getEpochSecond()));
		assertThat(call.header("X-TC-Region")).isEqualTo("ap-guangzhou");
		assertThat(call.header("X-TC-Token")).isEqualTo("test-token");
		assertThat(call.header("Authorization")).startsWith("TC3-HMAC-SHA256 Credential=AKIDtest/2026-11-25/ssl/");
	}

	@Test
	void readsTheShapesOfTheExamples() {
		this.cloud.answering("DescribeCertificates", ActionCloud.json("list.json"));
		CertificateList list = this.store.list(Progress.IGNORED);
		assertThat(list.exact()).isTrue();
		assertThat(list.certificates()).hasSize(3);
		Certificate free = list.certificates().get(0);
		assertThat(free.id()).isEqualTo(ID);
		assertThat(free.plan()).isEqualTo(Plan.FREE);
		assertThat(free.status()).isEqualTo(CertificateStatus.APPROVED);
		assertThat(free.names()).containsExactly(new DomainName("free.example.com"),
				new DomainName("www.free.example.com"));
		assertThat(free.validity())
			.isEqualTo(new Validity(Instant.parse("2026-02-12T00:00:00Z"), Instant.parse("2026-05-13T23:59:59Z")));
		assertThat(free.appliedAt()).isEqualTo("2026-02-12T02:11:21Z");
		assertThat(free.authority()).isEqualTo("TrustAsia C1 DV Free");
		assertThat(free.details().packageType()).isEqualTo(83);
		assertThat(free.details().validityMonths()).isEqualTo(3);
		assertThat(free.details().verification()).isEqualTo("DNS_AUTO");
		assertThat(free.details().project().name()).isEqualTo("\u9ed8\u8ba4\u9879\u76ee");
		assertThat(free.details().project().createdAt()).isNull();
		Certificate upload = list.certificates().get(1);
		assertThat(upload.plan()).isEqualTo(Plan.UPLOADED);
		assertThat(upload.type()).isEqualTo(CertificateType.SVR);
		assertThat(upload.alias()).isEqualTo("brought along");
		assertThat(upload.validity().from()).isEqualTo("2025-11-06T00:00:00Z");
		Certificate paid = list.certificates().get(2);
		assertThat(paid.plan()).isEqualTo(Plan.PAID);
		assertThat(paid.status()).isEqualTo(new CertificateStatus(5));
		assertThat(paid.domain()).isNull();
		assertThat(paid.validity()).isNull();
		assertThat(paid.details().project().id()).isEqualTo("1182");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "'PackageType':null, UPLOADED", "'PackageType':null;'From':'trustasia', PAID",
					"'From':'upload', UPLOADED", "'IsVip':true, PAID", "'PackageType':'83', FREE",
					"'PackageType':'1', FREE", "'PackageType':'2', FREE", "'PackageType':'25', PAID" })
	void tellsThePlanByThePackageType(String fields, Plan plan) {
		this.cloud.answering("DescribeCertificates", ActionCloud
			.response("'TotalCount':1,'Certificates':[{'CertificateId':'LtIaSxlb'," + fields.replace(';', ',') + "}]"));
		assertThat(this.store.list(Progress.IGNORED).certificates()).singleElement()
			.satisfies((certificate) -> assertThat(certificate.plan()).isEqualTo(plan));
	}

	@Test
	void readsOneCertificateWithItsChain() {
		this.cloud.answering("DescribeCertificates", ActionCloud.json("found.json"))
			.answering("DescribeCertificateDetail", ActionCloud.json("detail.json"));
		assertThat(this.store.read(ID)).hasValueSatisfying((held) -> {
			assertThat(held.certificate().names()).hasSize(2);
			assertThat(held.chain()).startsWith("-----BEGIN CERTIFICATE-----");
		});
		assertThat(this.cloud.bodies("DescribeCertificates")).singleElement()
			.satisfies((body) -> assertThat(body).contains("\"CertIds\":[\"LtIaSxlb\"]"));
		assertThat(this.cloud.bodies("DescribeCertificateDetail")).containsExactly("{\"CertificateId\":\"LtIaSxlb\"}");
	}

	@Test
	void findingNeedsNoCallThatGivesThePrivateKey() {
		this.cloud.answering("DescribeCertificates", ActionCloud.json("found.json"));
		assertThat(this.store.find(ID)).isPresent();
		assertThat(this.store.find(new CertificateId("another0"))).isEmpty();
		assertThat(this.cloud.bodies("DescribeCertificateDetail")).isEmpty();
	}

	@Test
	void certificateThatIsGoneByNowIsNotFound() {
		this.cloud.answering("DescribeCertificates", ActionCloud.json("found.json"))
			.answering("DescribeCertificateDetail", ActionCloud.error("FailedOperation.CertificateNotFound", "gone"));
		assertThat(this.store.read(ID)).isEmpty();
	}

	@Test
	void uploadsOnceAndNeverTwiceTheSame() {
		this.cloud.answering("UploadCertificate", ActionCloud.response("'CertificateId':'DSAuy46E','RepeatCertId':''"));
		assertThat(this.store.upload(UPLOAD)).isEqualTo(new UploadResult(new CertificateId("DSAuy46E"), false));
		assertThat(this.cloud.bodies("UploadCertificate")).containsExactly(
				"{\"CertificatePublicKey\":\"chain\",\"CertificatePrivateKey\":\"private\",\"CertificateType\":\"SVR\",\"Alias\":\"own\",\"Repeatable\":false}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'CertificateId':'DSAuy46E','RepeatCertId':'DSAuy46E'",
			"'CertificateId':'','RepeatCertId':'DSAuy46E'", "'CertificateId':null,'RepeatCertId':'DSAuy46E'" })
	void sameCertificateIsTheOneThatIsHeld(String answer) {
		this.cloud.answering("UploadCertificate", ActionCloud.response(answer));
		assertThat(this.store.upload(UPLOAD)).isEqualTo(new UploadResult(new CertificateId("DSAuy46E"), true));
	}

	@Test
	void authorityIsUploadedWithoutAKey() {
		this.cloud.answering("UploadCertificate", ActionCloud.response("'CertificateId':'DSAuy46E'"));
		this.store.upload(new CertificateUpload(CertificateType.CA, "chain", "private", ""));
		assertThat(this.cloud.bodies("UploadCertificate"))
			.containsExactly("{\"CertificatePublicKey\":\"chain\",\"CertificateType\":\"CA\",\"Repeatable\":false}");
	}

	@Test
	void deletionAlwaysLooksForResources() {
		this.cloud.answering("DeleteCertificate", ActionCloud.response("'DeleteResult':false,'TaskId':'1251261'"));
		assertThat(this.store.delete(ID)).isEqualTo(new DeletionProgress.Running("1251261"));
		assertThat(this.cloud.bodies("DeleteCertificate")).singleElement()
			.satisfies((body) -> assertThat(body).contains("\"IsCheckResource\":true"));
	}

	@Test
	void deletionWithoutATaskIsDoneIfTheCloudSaysSo() {
		this.cloud.answering("DeleteCertificate", ActionCloud.response("'DeleteResult':true,'TaskId':null"));
		assertThat(this.store.delete(ID)).isInstanceOf(DeletionProgress.Done.class);
		this.cloud.answering("DeleteCertificate", ActionCloud.response("'DeleteResult':false"));
		CloudException failure = catchThrowableOfType(CloudException.class, () -> this.store.delete(ID));
		assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
		assertThat(failure.mayHaveTakenEffect()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2, \u5f53\u524d\u7684\u8bc1\u4e66\u72b6\u6001\u4e0d\u652f\u6301\u6b64\u64cd\u4f5c, STATUS",
			"2, other, OTHER", "3, '', SERVICE_ROLE", "4, bound, BOUND", "5, '', LOOKUP_TIMEOUT" })
	void taskThatFailedSaysWhy(int status, String error, Reason reason) {
		task("'TaskId':'7','CertId':'LtIaSxlb','Status':%d,'Error':'%s','Domains':['a.example.com']".formatted(status,
				error));
		assertThat(this.store.follow(ID, "7")).isInstanceOfSatisfying(DeletionProgress.Failed.class, (failed) -> {
			assertThat(failed.error().failure()).isEqualTo(Failure.REFUSED);
			assertThat(failed.error().reason()).isEqualTo(reason);
			assertThat(failed.error().code()).isEqualTo("TaskStatus." + status);
			assertThat(failed.error().requestId()).isEqualTo("req-7");
			assertThat(failed.error().message()).startsWith("DeleteCertificate on ").contains("a.example.com");
		});
	}

	@Test
	void taskRunsUntilItIsDone() {
		task("'TaskId':'7','Status':0,'Error':''");
		assertThat(this.store.follow(ID, "7")).isEqualTo(new DeletionProgress.Running("7"));
		task("'TaskId':'7','Status':1,'Error':''");
		assertThat(this.store.follow(ID, "7")).isInstanceOf(DeletionProgress.Done.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'TaskId':'7','Status':6", "'TaskId':'8','Status':1", "'TaskId':'7'" })
	void anyOtherResultOfATaskIsUnintelligible(String result) {
		task(result);
		CloudException failure = catchThrowableOfType(CloudException.class, () -> this.store.follow(ID, "7"));
		assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
	}

	@ParameterizedTest
	@CsvSource({ "AuthFailure.SignatureFailure, REFUSED, CREDENTIALS, false",
			"AuthFailure.SignatureExpire, REFUSED, CLOCK, false", "UnauthorizedOperation, REFUSED, PERMISSION, false",
			"UnauthorizedOperation.CamNoAuth, REFUSED, PERMISSION, false",
			"FailedOperation.RoleNotFoundAuthorization, REFUSED, SERVICE_ROLE, false",
			"FailedOperation.BoundResources, REFUSED, BOUND, false",
			"FailedOperation.DeleteResourceFailed, REFUSED, BOUND, false",
			"FailedOperation.CannotBeDeletedIssued, REFUSED, ISSUED, false",
			"FailedOperation.CannotBeDeletedWithinHour, REFUSED, WITHIN_HOUR, false",
			"FailedOperation.DeleteFailedTimeNotUp, REFUSED, WITHIN_HOUR, false",
			"FailedOperation.InvalidCertificateStatusCode, REFUSED, STATUS, false",
			"RequestLimitExceeded.UinLimitExceeded, THROTTLED, RATE, false",
			"LimitExceeded.RateLimitExceeded, THROTTLED, RATE, false",
			"InternalError.BackendResponseError, REFUSED, INTERNAL, true",
			"FailedOperation.NetworkError, REFUSED, INTERNAL, true", "ActionOffline, REFUSED, UNSUPPORTED, false",
			"SomethingNew.Entirely, REFUSED, OTHER, false" })
	void saysWhatTheCloudAnswered(String code, Failure failure, Reason reason, boolean effect) {
		this.cloud.answering("DeleteCertificate", ActionCloud.error(code, "in its words"));
		CloudException refused = catchThrowableOfType(CloudException.class, () -> this.store.delete(ID));
		assertThat(refused.failure()).isEqualTo(failure);
		assertThat(refused.reason()).isEqualTo(reason);
		assertThat(refused.mayHaveTakenEffect()).isEqualTo(effect);
		assertThat(refused).hasMessageEndingWith(code + " in its words (RequestId req-7)");
		assertThat(this.cloud.bodies("DeleteCertificate")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "<marker>", "{\"Response\":\"marker\"}",
			"{\"Response\":{\"Error\":\"marker\"}}", "{\"Response\":{}}",
			"{\"Response\":{\"TotalCount\":\"marker\",\"Certificates\":[]}}",
			"{\"Response\":{\"TotalCount\":1,\"Certificates\":[\"marker\"]}}",
			"{\"Response\":{\"TotalCount\":1,\"Certificates\":[{\"Domain\":\"marker\"}]}}" })
	void anythingElseIsUnintelligibleAndNotQuoted(String json) {
		this.cloud.answering("DescribeCertificates", json);
		CloudException failure = catchThrowableOfType(CloudException.class, () -> this.store.list(Progress.IGNORED));
		assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
		assertThat(failure).hasNoCause().message().startsWith("DescribeCertificates on ").doesNotContain("marker");
	}

	private void task(String result) {
		this.cloud.answering("DescribeDeleteCertificatesTaskResult",
				ActionCloud.response("'DeleteTaskResult':[{" + result + "}]"));
	}

}
