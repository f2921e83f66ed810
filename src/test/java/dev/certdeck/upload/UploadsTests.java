package dev.certdeck.upload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.certdeck.audit.Actor;
import dev.certdeck.audit.AuditEntry;
import dev.certdeck.audit.AuditOutcome;
import dev.certdeck.audit.AuditResult;
import dev.certdeck.audit.AuditUnavailableException;
import dev.certdeck.audit.TestTrail;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.upload.validation.ValidUpload;
import dev.certdeck.write.CloudWrites;
import dev.certdeck.write.Polling;
import dev.certdeck.write.TestWrites;
import dev.certdeck.write.WriteOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link UploadWrite} as it is executed.
 */
class UploadsTests {

	private static final TestMaterial.Pair PAIR = TestMaterial.ec("www.example.com");

	private static final Actor ACTOR = new Actor("u-1", "Ana Costa", "192.0.2.7");

	private static final CertificateId FIRST = new CertificateId("held0000");

	private static final WriteOutcome UPLOADED = new WriteOutcome.Ended(AuditResult.done(FIRST, ""));

	private final FakeStore store = new FakeStore();

	private final Inventory inventory = mock();

	private Instant now = TestMaterial.NOW;

	private final TestTrail audit = TestTrail.create(clock());

	private final UploadWrite upload = new UploadWrite(this.store, this.inventory,
			new CertificateFinder(this.inventory, this.store), this.audit.trail(),
			new Polling(2, Duration.ofMillis(1)));

	private final CloudWrites writes = TestWrites.writes(this.audit, mock());

	@Test
	void certificateThatTheCloudRecognisesAsHeldIsNamed() {
		this.store.alreadyHeld = true;
		AuditResult result = result(upload("token"));
		assertThat(result.outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(result.certificate()).isEqualTo(FIRST);
		assertThat(last().certificate().id()).isNull();
		assertThat(last().outcome()).isEqualTo(AuditOutcome.REFUSED);
	}

	@Test
	void newCertificateIsUploadedAndReadBack() {
		assertThat(upload("token")).isEqualTo(UPLOADED);
		assertThat(this.store.uploads).singleElement()
			.satisfies((upload) -> assertThat(upload.privateKey()).isEqualTo(PAIR.key()));
		then(this.inventory).should().reread(FIRST);
		then(this.inventory).should().refreshList();
		assertThat(last().outcome()).isEqualTo(AuditOutcome.DONE);
		assertThat(last().actor()).isEqualTo(ACTOR);
		assertThat(last().certificate().id()).isEqualTo(FIRST);
	}

	@Test
	void intentStandsBeforeTheCertificateIsSent() {
		this.store.beforeUpload = () -> assertThat(last().isOpen()).isTrue();
		assertThat(upload("token")).satisfies(UploadsTests::isUploaded);
	}

	@Test
	void whatCanNotBeRecordedIsNotSent() {
		this.store.beforeUpload = () -> {
			throw new AssertionError("It was sent");
		};
		this.audit.refuseEntries();
		assertThatExceptionOfType(AuditUnavailableException.class).isThrownBy(() -> upload("token"));
		assertThat(this.store.uploads).isEmpty();
	}

	@Test
	void uploadStandsWhenItCanNotBeReadBack() {
		given(this.inventory.reread(any())).willThrow(FakeStore.failure(Failure.UNREACHABLE, false));
		assertThat(upload("token")).isEqualTo(UPLOADED);
	}

	@Test
	void heldCertificateIsRefusedWithItsId() {
		CertificateId id = this.store.hold(PAIR.certificate());
		AuditResult result = result(upload("token"));
		assertThat(result.outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(result.certificate()).isEqualTo(id);
		assertThat(this.store.uploads).isEmpty();
	}

	@Test
	void renewedCertificateOfTheSameNameIsNotTakenForTheHeldOne() {
		this.store.hold(TestMaterial.ec("www.example.com").certificate());
		assertThat(upload("token")).satisfies(UploadsTests::isUploaded);
	}

	@Test
	void nothingIsSentWhenTheAccountCanNotBeSearched() {
		this.store.searchFailure = FakeStore.failure(Failure.UNREACHABLE, false);
		assertThatExceptionOfType(CloudException.class).isThrownBy(() -> upload("token"));
		assertThat(this.store.uploads).isEmpty();
	}

	@Test
	void sameFormTwiceUploadsOnce() {
		WriteOutcome first = upload("token");
		this.store.empty();
		assertThat(upload("token")).isEqualTo(first);
		assertThat(this.store.uploads).hasSize(1);
		then(this.inventory).should(times(2)).reread(FIRST);
	}

	@Test
	void sameFormWithAnotherCertificateIsAnotherUpload() {
		upload("token");
		upload("token", validUpload(TestMaterial.ec("other.example.com")));
		assertThat(this.store.uploads).hasSize(2);
	}

	@Test
	void formsAtTheSameTimeUploadOnce() throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(8);
		CyclicBarrier barrier = new CyclicBarrier(8);
		try {
			List<Future<WriteOutcome>> outcomes = IntStream.range(0, 8).mapToObj((number) -> executor.submit(() -> {
				barrier.await();
				return upload("token" + number % 2);
			})).toList();
			for (Future<WriteOutcome> outcome : outcomes) {
				assertThat(outcome.get()).isNotNull();
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(this.store.uploads).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Failure.class)
	void refusalOfTheCloudIsToldAndMayBeTriedAgain(Failure failure) {
		this.store.uploadFailure = FakeStore.failure(failure, false);
		assertThat(result(upload("token")).error()).extracting(CloudError::failure).isEqualTo(failure);
		assertThat(last().outcome())
			.isEqualTo((failure == Failure.REFUSED) ? AuditOutcome.REFUSED : AuditOutcome.FAILED);
		this.store.uploadFailure = null;
		assertThat(upload("token")).satisfies(UploadsTests::isUploaded);
	}

	@Test
	void refusalNamesTheReasonAndWhatTheCloudSaid() {
		this.store.uploadFailure = FakeStore.failure(Failure.REFUSED, false);
		CloudError error = result(upload("token")).error();
		assertThat(error.reason()).isEqualTo(Reason.KEY_MISMATCH);
		assertThat(error.message()).isEqualTo("CertUpload on wss.example.com failed: it failed");
	}

	@Test
	void lostAnswerIsMadeUpForByLooking() {
		this.store.uploadFailure = FakeStore.failure(Failure.UNREACHABLE, true);
		assertThat(upload("token")).isEqualTo(new WriteOutcome.Ended(AuditResult.done(FIRST, UploadWrite.FOUND_HELD)));
		assertThat(this.store.uploads).hasSize(1);
		then(this.inventory).should().reread(FIRST);
	}

	@Test
	void unknownOutcomeIsNotRepeatedByAnyForm() {
		this.store.uploadFailure = FakeStore.failure(Failure.UNREACHABLE, true);
		this.store.losesUploads = true;
		assertThat(upload("token")).isInstanceOf(WriteOutcome.Unknown.class);
		assertThat(this.store.searches).isEqualTo(3);
		assertThat(upload("token")).isInstanceOf(WriteOutcome.Unknown.class);
		assertThat(upload("another")).isInstanceOf(WriteOutcome.Unknown.class);
		assertThat(this.store.uploads).hasSize(1);
		assertThat(last().isOpen()).isTrue();
		this.audit.trail().end(last(), AuditResult.failed("it never came"));
		upload("another still");
		assertThat(this.store.uploads).hasSize(2);
	}

	private WriteOutcome upload(String token) {
		return upload(token, validUpload(PAIR));
	}

	private WriteOutcome upload(String token, ValidUpload validUpload) {
		return this.writes.execute(this.upload, this.upload.request(token, validUpload, ACTOR));
	}

	private AuditEntry last() {
		return this.audit.last();
	}

	private static ValidUpload validUpload(TestMaterial.Pair pair) {
		return TestMaterial.validate(pair.certificate(), pair.key()).validUpload();
	}

	private static AuditResult result(WriteOutcome outcome) {
		return ((WriteOutcome.Ended) outcome).result();
	}

	private static void isUploaded(WriteOutcome outcome) {
		assertThat(result(outcome).outcome()).isEqualTo(AuditOutcome.DONE);
	}

	private Clock clock() {
		return new Clock() {

			@Override
			public Instant instant() {
				return UploadsTests.this.now;
			}

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

		};
	}

}
