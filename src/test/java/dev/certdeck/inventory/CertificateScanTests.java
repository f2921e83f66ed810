package dev.certdeck.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificatePage;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CertificateScan}.
 */
@Timeout(60)
class CertificateScanTests {

	private final ExecutorService executor = Executors.newFixedThreadPool(3);

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
	}

	@ParameterizedTest(name = "{0} certificates: {1} pages read")
	@CsvSource({ "0, 1", "1, 1", "10, 1", "11, 3", "20, 3", "29, 4", "30, 4", "31, 5" })
	void readsEveryPageAndTheFirstOneAgain(int count, int pagesRead) {
		FakeStore store = FakeStore.of(count);
		CertificateScan.Listing listing = read(store);
		assertThat(listing.exact()).isTrue();
		assertThat(ids(listing)).hasSize(count).doesNotHaveDuplicates();
		assertThat(store.pagesRead).hasValue(pagesRead);
	}

	@Test
	void readsPagesAtTheSameTime() {
		FakeStore store = FakeStore.of(40);
		CyclicBarrier together = new CyclicBarrier(3);
		store.beforePage = (number) -> {
			if (number > 1) {
				await(together);
			}
		};
		assertThat(read(store).certificates()).hasSize(40);
	}

	@Test
	void copesWithACloudThatGivesSmallerPages() {
		FakeStore store = FakeStore.of(25);
		store.cap = 4;
		CertificateScan.Listing listing = read(store);
		assertThat(listing.exact()).isTrue();
		assertThat(ids(listing)).hasSize(25).doesNotHaveDuplicates();
		assertThat(store.pagesRead).hasValue(8);
	}

	@ParameterizedTest
	@CsvSource({ "id-00000", "id-00009", "id-00010", "id-00024" })
	void rowThatCanNotBeReadCountsForPagesAndTotal(String id) {
		FakeStore store = FakeStore.of(25);
		store.unreadable.add(id);
		CertificateScan.Listing listing = read(store);
		assertThat(listing.exact()).isTrue();
		assertThat(listing.unreadable()).isEqualTo(1);
		assertThat(ids(listing)).hasSize(24).doesNotContain(new CertificateId(id));
	}

	@Test
	void pageOnWhichNothingCanBeReadIsNoEndOfTheList() {
		FakeStore store = FakeStore.of(25);
		for (int number = 0; number < 10; number++) {
			store.unreadable.add("id-%05d".formatted(24 - number));
		}
		CertificateScan.Listing listing = read(store);
		assertThat(listing.exact()).isTrue();
		assertThat(listing.unreadable()).isEqualTo(10);
		assertThat(ids(listing)).hasSize(15);
	}

	@Test
	void rowThatBecomesUnreadableMeanwhileMovesTheList() {
		FakeStore store = FakeStore.of(25);
		AtomicInteger firsts = new AtomicInteger();
		store.beforePage = (number) -> {
			if (number == 1 && firsts.incrementAndGet() == 2) {
				store.unreadable.add("id-00024");
			}
		};
		CertificateScan.Listing listing = read(store);
		assertThat(listing.exact()).isTrue();
		assertThat(listing.unreadable()).isEqualTo(1);
		assertThat(ids(listing)).hasSize(24);
	}

	@Test
	void listWithMoreRowsThanItCountsIsNotReadToItsEnd() {
		FakeStore store = new FakeStore() {

			@Override
			public CertificatePage list(int number, int size) {
				this.pagesRead.incrementAndGet();
				return (number == 1) ? page(1, 1, 100_000) : page(number * 1000, 1000, 100_000);
			}

		};
		assertThat(read(store).exact()).isFalse();
		assertThat(store.pagesRead.get()).isLessThan(5 * 250);
	}

	private static CertificatePage page(int from, int rows, int total) {
		return new CertificatePage(IntStream.range(from, from + rows)
			.mapToObj((number) -> TestCertificates.certificate("id-%07d".formatted(number)).build())
			.toList(), total);
	}

	@Test
	void looksAgainWhenTheTotalMoves() {
		FakeStore store = FakeStore.of(25);
		AtomicInteger looks = new AtomicInteger();
		store.beforePage = (number) -> {
			if (number == 3 && looks.incrementAndGet() == 1) {
				store.hold(TestCertificates.certificate("new").build());
			}
		};
		CertificateScan.Listing listing = read(store);
		assertThat(listing.exact()).isTrue();
		assertThat(ids(listing)).hasSize(26).contains(new CertificateId("new"));
		assertThat(looks).hasValue(2);
	}

	@Test
	void looksAgainWhenRowsAreReplacedBehindTheSameTotal() {
		FakeStore store = FakeStore.of(25);
		AtomicInteger looks = new AtomicInteger();
		store.beforePage = (number) -> {
			if (number == 1 && looks.incrementAndGet() == 2) {
				store.lose(store.last());
				store.hold(TestCertificates.certificate("new").build());
			}
		};
		CertificateScan.Listing listing = read(store);
		assertThat(listing.exact()).isTrue();
		assertThat(ids(listing)).hasSize(25).contains(new CertificateId("new"));
	}

	@Test
	void givesUpAsInexactWhenTheListNeverStandsStill() {
		FakeStore store = FakeStore.of(25);
		AtomicInteger added = new AtomicInteger();
		store.beforePage = (number) -> {
			if (number == 2) {
				store.hold(TestCertificates.certificate("new-" + added.incrementAndGet()).build());
			}
		};
		CertificateScan.Listing listing = read(store);
		assertThat(listing.exact()).isFalse();
		assertThat(ids(listing)).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
		assertThat(added).hasValue(5);
	}

	@Test
	void countsWhatComesTwiceOnce() {
		FakeStore store = FakeStore.of(25);
		store.beforePage = (number) -> {
			if (number == 2) {
				CertificateId last = store.last();
				store.lose(last);
				store.hold(TestCertificates.certificate(last.value()).build());
			}
		};
		CertificateScan.Listing listing = read(store);
		assertThat(listing.exact()).isFalse();
		assertThat(ids(listing)).doesNotHaveDuplicates();
	}

	@Test
	void failureEndsTheScanAndTheOtherPages() throws InterruptedException {
		FakeStore store = FakeStore.of(500);
		CloudException failure = TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		CountDownLatch interrupted = new CountDownLatch(1);
		Set<Integer> begun = ConcurrentHashMap.newKeySet();
		CountDownLatch thirdBegun = new CountDownLatch(1);
		store.beforePage = (number) -> {
			begun.add(number);
			if (number == 2) {
				await(thirdBegun);
				throw failure;
			}
			if (number > 2) {
				thirdBegun.countDown();
				waitForInterrupt(interrupted);
			}
		};
		assertThatExceptionOfType(CloudException.class).isThrownBy(() -> read(store)).isSameAs(failure);
		assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(begun).isSubsetOf(1, 2, 3, 4, 5);
	}

	@Test
	void tellsHowFarItIs() {
		List<List<Integer>> reports = Collections.synchronizedList(new ArrayList<>());
		new CertificateScan(FakeStore.of(25), this.executor, 10)
			.read((read, total) -> reports.add(List.of(read, total)));
		assertThat(reports).containsExactly(List.of(10, 25), List.of(20, 25), List.of(25, 25));
	}

	private CertificateScan.Listing read(FakeStore store) {
		return new CertificateScan(store, this.executor, 10).read((read, total) -> {
		});
	}

	private static List<CertificateId> ids(CertificateScan.Listing listing) {
		return listing.certificates().stream().map(Certificate::id).toList();
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(30, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException("Pages are not read at the same time", ex);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void waitForInterrupt(CountDownLatch interrupted) {
		try {
			new CountDownLatch(1).await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			interrupted.countDown();
		}
	}

}
