package dev.certdeck.list;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.inventory.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures the list of a hundred thousand certificates. It prints figures and asserts
 * none. It runs only by its name, on Java 23 and later with
 * {@code -Dmaven.compiler.proc=full} at the compilation:
 * {@code ./mvnw surefire:test@default-test -Dtest=ListBenchmark -Dmaven.test.redirectTestOutputToFile=false}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ListBenchmark {

	private static final int CERTIFICATES = 100_000;

	@Test
	void run() throws Exception {
		new Runner(new OptionsBuilder().include(ListBenchmark.class.getName())
			.forks(1)
			.jvmArgs("-Xmx1g")
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(1))
			.measurementIterations(3)
			.measurementTime(TimeValue.seconds(1))
			.shouldFailOnError(true)
			.build()).run();
	}

	/**
	 * One page of a query, with the tiles.
	 * @param list the certificates
	 * @param asked the query
	 * @return the page and the tiles
	 */
	@Benchmark
	public Object page(Certificates list, Asked asked) {
		return Arrays.asList(asked.query.apply(list.index, TestCertificates.NOW),
				list.index.tiles(new Expiry(30), TestCertificates.NOW));
	}

	/**
	 * A write that changes one certificate.
	 * @param list the certificates
	 * @return the index with the change
	 */
	@Benchmark
	public Object change(Certificates list) {
		return list.index.followedBy(list.changed);
	}

	/**
	 * The certificates, indexed.
	 */
	@State(Scope.Benchmark)
	public static class Certificates {

		private CertificateIndex index;

		private Snapshot changed;

		/**
		 * Makes the certificates, and the orders that pages asked for.
		 */
		@Setup
		public void make() {
			Random random = new Random(1);
			Entry[] entries = new Entry[CERTIFICATES];
			Arrays.setAll(entries, (number) -> entry(number, random.nextInt(500_000) - 20_000));
			this.index = TestLists.index(TestSnapshots.of(entries));
			TestLists.apply("sort=authority", this.index);
			TestLists.apply("sort=-id", this.index);
			entries[CERTIFICATES / 2] = entry(CERTIFICATES / 2, 1);
			this.changed = TestSnapshots.of(entries);
		}

		private static Entry entry(int number, int minutesLeft) {
			TestCertificates.Builder certificate = TestCertificates.certificate("cert%06d".formatted(number))
				.alias("alias " + number)
				.names("www%d.example%d.com".formatted(number, number % 1000), "*.app%d.example.org".formatted(number))
				.source((number % 3 == 0) ? "upload" : "trustasia")
				.authority("Authority " + number % 7)
				.plan(Plan.values()[number % 3])
				.status(number % 4)
				.appliedAt(TestCertificates.NOW.minusSeconds(number % 7200))
				.left(Duration.ofMinutes(minutesLeft));
			return (number % 5 != 0) ? TestSnapshots.entry(certificate) : TestSnapshots.entry(certificate,
					TestCertificates.usedBy(TestCertificates.binding(ResourceType.CLB, "lb-" + number)));
		}

	}

	/**
	 * What the list is asked for.
	 */
	@State(Scope.Benchmark)
	public static class Asked {

		@Param({ "", "q=alias%2099", "q=nothing", "host=www77.example77.com", "plan=paid", "source=upload", "status=1",
				"expires=30", "expires=expired", "usage=bound", "deletable=yes", "plan=paid&sort=authority",
				"sort=-id&page=2500" })
		private String text;

		private CertificateQuery query;

		/**
		 * Parses the query.
		 */
		@Setup
		public void parse() {
			this.query = CertificateQuery.parse(this.text);
		}

	}

}
