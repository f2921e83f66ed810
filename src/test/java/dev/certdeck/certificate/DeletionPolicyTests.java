package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeletionPolicy}.
 */
@Tag("time-zone")
class DeletionPolicyTests {

	private static final Instant NOW = TestCertificates.NOW;

	private static final Duration PERIOD = new DeletionPolicy(false).pendingPeriod();

	private static final Binding RESOURCE = TestCertificates.binding(ResourceType.CDN, "www.example.com");

	/**
	 * What the documentation says of each status when nothing uses the certificate and it
	 * was applied for long ago.
	 */
	private static final String RULES = """
			status | free           | paid           | uploaded
			    -1 | unknown status | unknown status | yes
			     0 | yes            | not in status  | yes
			     1 | not in status  | not in status  | yes
			     2 | yes            | not in status  | yes
			     3 | yes            | yes            | yes
			     4 | yes            | not in status  | yes
			     5 | not in status  | not in status  | yes
			     6 | not in status  | not in status  | yes
			     7 | not in status  | not in status  | yes
			     8 | not in status  | not in status  | yes
			     9 | not in status  | not in status  | yes
			    10 | yes            | yes            | yes
			    11 | not in status  | not in status  | yes
			    12 | not in status  | not in status  | yes
			    13 | not in status  | not in status  | yes
			    14 | not in status  | not in status  | yes
			    15 | not in status  | not in status  | yes
			    16 | unknown status | unknown status | yes
			    42 | unknown status | unknown status | yes
			""";

	private static final Map<String, @Nullable Class<?>> BY_STATUS = new LinkedHashMap<>();

	private static final Map<Usage, @Nullable Class<?>> BY_USAGE = new LinkedHashMap<>();

	static {
		BY_STATUS.put("yes", null);
		BY_STATUS.put("not in status", Refusal.StatusNotDeletable.class);
		BY_STATUS.put("unknown status", Refusal.StatusUnknown.class);
		BY_USAGE.put(TestCertificates.usedBy(), null);
		BY_USAGE.put(TestCertificates.usedBy(RESOURCE), Refusal.Bound.class);
		BY_USAGE.put(TestCertificates.notKnown(), Refusal.UsageUnknown.class);
		BY_USAGE.put(TestCertificates.notKnown(Set.of(ResourceType.BM)), Refusal.UsageUnknown.class);
		BY_USAGE.put(TestCertificates.notKnown(Set.of(ResourceType.CLB), RESOURCE), Refusal.Bound.class);
	}

	private final DeletionPolicy policy = new DeletionPolicy(false);

	@ParameterizedTest(name = "status {0}, {1}, {2}: {3}")
	@MethodSource("cases")
	void followsTheDocumentation(int status, Plan plan, Usage usage, List<Class<?>> reasons) {
		Certificate certificate = certificate(status, plan, NOW.minus(Duration.ofDays(400)));
		Deletability decision = this.policy.decide(certificate, usage, NOW);
		assertThat(decision.refusals()).<Class<?>>map(Object::getClass).isEqualTo(reasons);
		assertThat(decision.isAllowed()).isEqualTo(reasons.isEmpty());
	}

	static Stream<Arguments> cases() {
		return RULES.lines().skip(1).flatMap(DeletionPolicyTests::casesOfStatus);
	}

	private static Stream<Arguments> casesOfStatus(String line) {
		List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
		List<Plan> plans = List.of(Plan.FREE, Plan.PAID, Plan.UPLOADED);
		return Stream.of(0, 1, 2)
			.flatMap((index) -> BY_USAGE.keySet()
				.stream()
				.map((usage) -> Arguments.of(Integer.valueOf(cells.get(0)), plans.get(index), usage,
						reasons(BY_USAGE.get(usage), cells.get(index + 1)))));
	}

	private static List<Class<?>> reasons(@Nullable Class<?> byUsage, String rule) {
		assertThat(BY_STATUS).containsKey(rule);
		return Stream.of(byUsage, BY_STATUS.get(rule)).<Class<?>>flatMap(Stream::ofNullable).toList();
	}

	@Test
	void periodIsTheOneThatTheDocumentGives() {
		assertThat(PERIOD).isEqualTo(Duration.ofHours(1));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 4 })
	void pendingFreeCertificateCanGoWhenThePeriodIsOver(int status) {
		Instant appliedAt = NOW.minus(PERIOD);
		assertThat(decide(status, Plan.FREE, appliedAt, NOW).isAllowed()).isTrue();
		assertThat(decide(status, Plan.FREE, appliedAt, NOW.minusNanos(1)).refusals())
			.containsExactly(new Refusal.AppliedRecently(NOW, PERIOD));
		assertThat(decide(status, Plan.FREE, appliedAt, NOW.minusSeconds(1)).refusals())
			.containsExactly(new Refusal.AppliedRecently(NOW, PERIOD));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23T11:30:00Z, 2026-11-23T11:30:00Z", "2026-11-23T11:30:01Z, 2026-11-23T11:31:00Z",
			"2026-11-23T11:30:59.999999999Z, 2026-11-23T11:31:00Z",
			"2026-11-23T11:30:00.000000001Z, 2026-11-23T11:31:00Z" })
	void namesTheFullMinuteFromWhichItWillWork(Instant appliedAt, Instant minute) {
		Instant deletableFrom = minute.plus(PERIOD);
		assertThat(decide(0, Plan.FREE, appliedAt, appliedAt).refusals())
			.containsExactly(new Refusal.AppliedRecently(deletableFrom, PERIOD));
		assertThat(decide(0, Plan.FREE, appliedAt, deletableFrom).isAllowed()).isTrue();
	}

	@Test
	void applicationInTheFutureIsWithinThePeriod() {
		Instant appliedAt = NOW.plusSeconds(30);
		assertThat(decide(4, Plan.FREE, appliedAt, NOW).refusals())
			.containsExactly(new Refusal.AppliedRecently(NOW.plusSeconds(60).plus(PERIOD), PERIOD));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 4 })
	void pendingFreeCertificateStaysWithoutItsApplicationTime(int status) {
		assertThat(decide(status, Plan.FREE, null, NOW).refusals())
			.containsExactly(new Refusal.ApplicationTimeUnknown(PERIOD));
	}

	@ParameterizedTest
	@CsvSource({ "PAID, 3", "PAID, 10", "FREE, 2", "FREE, 3", "FREE, 10", "UPLOADED, 0", "UPLOADED, 4" })
	void ageOfTheApplicationMattersOnlyWhileAFreeOneIsPending(Plan plan, int status) {
		assertThat(decide(status, plan, NOW, NOW).isAllowed()).isTrue();
		assertThat(decide(status, plan, null, NOW).isAllowed()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(Plan.class)
	void cancelledCanGoIfTheSettingSaysSo(Plan plan) {
		DeletionPolicy lenient = new DeletionPolicy(true);
		Certificate cancelled = certificate(7, plan, null);
		assertThat(lenient.decide(cancelled, TestCertificates.usedBy(), NOW).isAllowed()).isTrue();
		assertThat(lenient.decide(cancelled, TestCertificates.notKnown(), NOW).isAllowed()).isFalse();
		assertThat(lenient.decide(cancelled, TestCertificates.usedBy(RESOURCE), NOW).isAllowed()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "1", "6", "9", "42" })
	void settingForCancelledIsForNothingElse(int status) {
		assertThat(new DeletionPolicy(true).decide(certificate(status, Plan.PAID, null), TestCertificates.usedBy(), NOW)
			.isAllowed()).isFalse();
	}

	@Test
	void reasonsNameWhatTheyAreAbout() {
		assertThat(decide(1, Plan.PAID, null, NOW).refusals())
			.containsExactly(new Refusal.StatusNotDeletable(Plan.PAID, CertificateStatus.APPROVED, PERIOD));
		assertThat(decide(42, Plan.FREE, null, NOW).refusals())
			.containsExactly(new Refusal.StatusUnknown(new CertificateStatus(42)));
		Certificate uploaded = certificate(1, Plan.UPLOADED, null);
		assertThat(this.policy.decide(uploaded, TestCertificates.usedBy(RESOURCE), NOW).refusals())
			.containsExactly(new Refusal.Bound(List.of(RESOURCE)));
		assertThat(this.policy.decide(uploaded, TestCertificates.notKnown(Set.of(ResourceType.BM)), NOW).refusals())
			.containsExactly(new Refusal.UsageUnknown(Map.of(ResourceType.BM, "out of order"), NOW));
	}

	@Test
	void useThatIsNotConfirmedForbidsTheDeletion() {
		Usage lost = TestCertificates.notKnown(Set.of(RESOURCE.kind())).keeping(TestCertificates.usedBy(RESOURCE));
		assertThat(this.policy.decide(certificate(1, Plan.UPLOADED, null), lost, NOW).refusals())
			.containsExactly(new Refusal.UsageUnconfirmed(lost.unconfirmed(), lost.unknown(), NOW));
	}

	private Deletability decide(int status, Plan plan, @Nullable Instant appliedAt, Instant now) {
		return this.policy.decide(certificate(status, plan, appliedAt), TestCertificates.usedBy(), now);
	}

	private static Certificate certificate(int status, Plan plan, @Nullable Instant appliedAt) {
		return TestCertificates.certificate("abcdefgh").status(status).plan(plan).appliedAt(appliedAt).build();
	}

}
