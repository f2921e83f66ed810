package dev.certdeck.tencent.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.tencent.Parallel;
import dev.certdeck.tencent.RemoteCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Scan} with several pages at the same time.
 */
@Timeout(60)
class ScanTests {

	private static final Reply REPLY = new Reply(new RemoteCall("host", "List", false),
			new Fields(JsonNodeFactory.instance.objectNode()));

	private final Parallel parallel = new Parallel(3);

	private final Scan<String> scan = new Scan<>(10, (row) -> row, this.parallel);

	@AfterEach
	void stop() {
		this.parallel.close();
	}

	@ParameterizedTest(name = "{0} rows: {1} pages read")
	@CsvSource({ "0, 1", "1, 1", "10, 1", "11, 3", "20, 3", "29, 4", "30, 4", "31, 5" })
	void readsEveryPageAndTheFirstOneAgain(int count, int pagesRead) {
		FakeList list = new FakeList(count);
		Scan.Whole<String> whole = read(list);
		assertThat(whole.exact()).isTrue();
		assertThat(whole.rows()).hasSize(count).doesNotHaveDuplicates();
		assertThat(list.pagesRead).hasValue(pagesRead);
	}

	@Test
	void readsPagesAtTheSameTime() {
		FakeList list = new FakeList(40);
		CyclicBarrier together = new CyclicBarrier(3);
		list.beforePage = (number) -> {
			if (number > 1) {
				await(together);
			}
		};
		assertThat(read(list).rows()).hasSize(40);
	}

	@Test
	void copesWithACloudThatGivesSmallerPages() {
		FakeList list = new FakeList(25);
		list.cap = 4;
		Scan.Whole<String> whole = read(list);
		assertThat(whole.exact()).isTrue();
		assertThat(whole.rows()).hasSize(25).doesNotHaveDuplicates();
		assertThat(list.pagesRead).hasValue(8);
	}

	@ParameterizedTest
	@CsvSource({ "0", "9", "10", "24" })
	void rowThatCanNotBeReadCountsForPagesAndTotal(int row) {
		FakeList list = new FakeList(25);
		list.unreadable.add("row-" + row);
		Scan.Whole<String> whole = read(list);
		assertThat(whole.exact()).isTrue();
		assertThat(whole.unreadable()).isEqualTo(1);
		assertThat(whole.rows()).hasSize(24).doesNotContain("row-" + row);
	}

	@Test
	void laterPageOnWhichNothingCanBeReadIsNoEndOfTheList() {
		FakeList list = new FakeList(25);
		IntStream.range(10, 20).forEach((row) -> list.unreadable.add("row-" + row));
		Scan.Whole<String> whole = read(list);
		assertThat(whole.exact()).isTrue();
		assertThat(whole.unreadable()).isEqualTo(10);
		assertThat(whole.rows()).hasSize(15);
	}

	@Test
	void rowThatBecomesUnreadableMeanwhileMovesTheList() {
		FakeList list = new FakeList(25);
		AtomicInteger firsts = new AtomicInteger();
		list.beforePage = (number) -> {
			if (number == 1 && firsts.incrementAndGet() == 2) {
				list.unreadable.add("row-0");
			}
		};
		Scan.Whole<String> whole = read(list);
		assertThat(whole.exact()).isTrue();
		assertThat(whole.unreadable()).isEqualTo(1);
		assertThat(whole.rows()).hasSize(24);
	}

	@Test
	void listWithMoreRowsThanItCountsIsNotReadToItsEnd() {
		AtomicInteger pagesRead = new AtomicInteger();
		Scan.Whole<String> whole = this.scan.read((number, offset, size) -> {
			pagesRead.incrementAndGet();
			int rows = (number == 1) ? 10 : 1000;
			return new Slice<>(REPLY, IntStream.range(0, rows).mapToObj((row) -> "row-" + number + "-" + row).toList(),
					100_000);
		}, Progress.IGNORED);
		assertThat(whole.exact()).isFalse();
		assertThat(pagesRead.get()).isLessThan(5 * 250);
	}

	@Test
	void looksAgainWhenTheTotalMoves() {
		FakeList list = new FakeList(25);
		AtomicInteger looks = new AtomicInteger();
		list.beforePage = (number) -> {
			if (number == 3 && looks.incrementAndGet() == 1) {
				list.add("new");
			}
		};
		Scan.Whole<String> whole = read(list);
		assertThat(whole.exact()).isTrue();
		assertThat(whole.rows()).hasSize(26).contains("new");
		assertThat(looks).hasValue(2);
	}

	@Test
	void looksAgainWhenRowsAreReplacedBehindTheSameTotal() {
		FakeList list = new FakeList(25);
		AtomicInteger looks = new AtomicInteger();
		list.beforePage = (number) -> {
			if (number == 1 && looks.incrementAndGet() == 2) {
				list.removeLast();
				list.add("new");
			}
		};
		Scan.Whole<String> whole = read(list);
		assertThat(whole.exact()).isTrue();
		assertThat(whole.rows()).hasSize(25).contains("new");
	}

	@Test
	void givesUpAsInexactWhenTheListNeverStandsStill() {
		FakeList list = new FakeList(25);
		AtomicInteger added = new AtomicInteger();
		list.beforePage = (number) -> {
			if (number == 2) {
				list.add("new-" + added.incrementAndGet());
			}
		};
		Scan.Whole<String> whole = read(list);
		assertThat(whole.exact()).isFalse();
		assertThat(whole.rows()).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
		assertThat(added).hasValue(5);
	}

	@Test
	void countsWhatComesTwiceOnce() {
		FakeList list = new FakeList(25);
		list.beforePage = (number) -> {
			if (number == 2) {
				list.add(list.removeLast());
			}
		};
		Scan.Whole<String> whole = read(list);
		assertThat(whole.exact()).isFalse();
		assertThat(whole.rows()).doesNotHaveDuplicates();
	}

	@Test
	void failureEndsTheScanAndTheOtherPages() throws InterruptedException {
		FakeList list = new FakeList(500);
		CloudException failure = TestCertificates.failure(CloudException.Failure.UNREACHABLE, false);
		CountDownLatch interrupted = new CountDownLatch(1);
		Set<Integer> begun = ConcurrentHashMap.newKeySet();
		CountDownLatch thirdBegun = new CountDownLatch(1);
		list.beforePage = (number) -> {
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
		assertThatExceptionOfType(CloudException.class).isThrownBy(() -> read(list)).isSameAs(failure);
		assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(begun).isSubsetOf(1, 2, 3, 4);
	}

	@Test
	void tellsHowFarItIs() {
		List<List<Integer>> reports = Collections.synchronizedList(new ArrayList<>());
		this.scan.read(new FakeList(25), (read, total) -> reports.add(List.of(read, total)));
		assertThat(reports).containsExactly(List.of(10, 25), List.of(20, 25), List.of(25, 25));
	}

	private Scan.Whole<String> read(FakeList list) {
		return this.scan.read(list, Progress.IGNORED);
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

	/**
	 * A list that can be changed while it is read.
	 */
	private static final class FakeList implements Slice.Source<String> {

		private final List<String> rows = new ArrayList<>();

		private final AtomicInteger pagesRead = new AtomicInteger();

		private final Set<String> unreadable = new HashSet<>();

		private int cap = Integer.MAX_VALUE;

		private IntConsumer beforePage = (number) -> {
		};

		FakeList(int count) {
			IntStream.range(0, count).forEach((number) -> this.rows.add("row-" + number));
		}

		synchronized void add(String row) {
			this.rows.add(0, row);
		}

		synchronized String removeLast() {
			return this.rows.remove(this.rows.size() - 1);
		}

		@Override
		public Slice<String> read(int number, int offset, int size) {
			this.beforePage.accept(number);
			this.pagesRead.incrementAndGet();
			synchronized (this) {
				int from = Math.min(this.rows.size(), offset);
				int to = Math.min(this.rows.size(), from + Math.min(size, this.cap));
				List<String> page = this.rows.subList(from, to)
					.stream()
					.filter((row) -> !this.unreadable.contains(row))
					.toList();
				return new Slice<>(REPLY, page, this.rows.size(), to - from - page.size());
			}
		}

	}

}
