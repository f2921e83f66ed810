package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.web.TestMessages;
import dev.certdeck.web.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the texts of {@link Refusal}.
 */
@Tag("time-zone")
class RefusalTests {

	private static final Binding CLB = TestCertificates.binding(ResourceType.CLB, "lb-1");

	private static final Binding CDN = new Binding(ResourceType.CDN, "www.example.com", "www.example.com", "",
			List.of());

	private static final Binding BM = new Binding(ResourceType.BM, "bm-1", "", "gz", List.of());

	private static final Duration PERIOD = Duration.ofHours(1);

	private final Texts texts = TestMessages.load();

	@ParameterizedTest
	@MethodSource("refusals")
	void everyRefusalHasWords(Refusal refusal) {
		assertThat(brief(refusal)).isNotBlank().endsWith(".").doesNotContain("{", "''", "null");
		assertThat(full(refusal)).isNotBlank().endsWith(".").doesNotContain("{", "''", "null");
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void everyArgumentHasItsPlaceInThePattern(Refusal refusal) {
		Stream.of(refusal.full(), refusal.brief()).forEach(this::hasItsPlaces);
	}

	private void hasItsPlaces(Message message) {
		String pattern = ResourceBundle.getBundle("messages", Locale.ROOT).getString(message.code());
		assertThat(Pattern.compile("\\{(\\d)").matcher(pattern).results().map((place) -> place.group(1)).distinct())
			.as(message.code())
			.hasSameSizeAs(message.arguments());
		message.arguments()
			.stream()
			.filter(Message.class::isInstance)
			.map(Message.class::cast)
			.forEach(this::hasItsPlaces);
	}

	static Stream<Refusal> refusals() {
		return Stream.of(new Refusal.Bound(List.of(CLB, CDN, BM)),
				new Refusal.UsageUnknown(TestCertificates.notKnown().unknown(), TestCertificates.NOW),
				new Refusal.UsageUnknown(Map.of(ResourceType.CLB, ""), TestCertificates.NOW),
				new Refusal.UsageUnconfirmed(
						Map.of(ResourceType.CLB, new Usage.LastKnown(List.of(CLB), TestCertificates.NOW)),
						Map.of(ResourceType.CLB, "timeout."), TestCertificates.NOW),
				new Refusal.AppliedRecently(TestCertificates.NOW, PERIOD), new Refusal.ApplicationTimeUnknown(PERIOD),
				new Refusal.StatusNotDeletable(Plan.FREE, CertificateStatus.APPROVED, PERIOD),
				new Refusal.StatusNotDeletable(Plan.PAID, CertificateStatus.APPROVED, PERIOD),
				new Refusal.StatusUnknown(new CertificateStatus(-1)), new Refusal.NotRefreshed());
	}

	@Test
	void namesTheFirstOfManyKinds() {
		assertThat(this.texts.of(EnumSet.allOf(ResourceType.class)))
			.isEqualTo("CLB, CDN and %d other products".formatted(ResourceType.values().length - 2));
		assertThat(this.texts.of(ResourceType.blockingDeletion())).isEqualTo("CLB, CDN and BM");
	}

	@Test
	void countsWhatIsNotNamed() {
		Binding unnamed = Binding.unnamed(ResourceType.CLB, "clb", "ap-beijing", 3);
		assertThat(full(new Refusal.Bound(List.of(unnamed))))
			.isEqualTo("In use by 3 load balancers. Take the certificate off there first.");
		assertThat(full(new Refusal.Bound(List.of(CLB, unnamed))))
			.startsWith("In use by 4 load balancers: lb-1 (name-of-lb-1, ap-guangzhou) and 3 more.");
	}

	@Test
	void wordsCoverAllKindsOfRefusal() {
		assertThat(refusals().map(Object::getClass).distinct()).hasSameSizeAs(Refusal.class.getPermittedSubclasses());
	}

	@Test
	void namesTheResources() {
		Refusal bound = new Refusal.Bound(List.of(CLB, CDN, BM, CLB));
		assertThat(brief(bound)).isEqualTo("In use by 2 load balancers, 1 CDN domain and 1 bare metal load balancer.");
		assertThat(full(bound)).contains("lb-1 (name-of-lb-1, ap-guangzhou), www.example.com, bm-1 (gz), lb-1");
	}

	@Test
	void namesTheListeners() {
		Binding binding = new Binding(ResourceType.CLB, "lb-1", "front", "gz",
				List.of(new Binding.Listener("lbl-1", "web", 443), new Binding.Listener("lbl-2", "", 0)));
		assertThat(full(new Refusal.Bound(List.of(binding)))).contains(": lb-1 (front, gz, lbl-1:443, lbl-2).");
	}

	@Test
	void namesTenResourcesAndCountsTheRest() {
		List<Binding> bindings = IntStream.rangeClosed(1, 1200)
			.mapToObj((number) -> new Binding(ResourceType.CLB, "lb-" + number, "", "", List.of()))
			.toList();
		String eleven = full(new Refusal.Bound(bindings.subList(0, 11)));
		assertThat(eleven).contains("lb-1, lb-2,", "lb-10 and 1 more.").doesNotContain("lb-11");
		assertThat(full(new Refusal.Bound(bindings.subList(0, 10)))).contains(": lb-1, ", ", lb-10. ");
		assertThat(full(new Refusal.Bound(bindings))).contains("1,200 load balancers", "and 1,190 more");
	}

	@Test
	void namesTheMinuteFromWhichItWillWork() {
		Refusal refusal = new Refusal.AppliedRecently(Instant.parse("2026-11-23T23:07:00Z"), PERIOD);
		assertThat(full(refusal)).endsWith("from 07:07 +08:00.");
		assertThat(brief(refusal)).endsWith("from 07:07 +08:00.");
	}

	@Test
	void namesTheKindsThatCouldNotBeAsked() {
		Refusal refusal = new Refusal.UsageUnknown(
				Map.of(ResourceType.BM, "out of order", ResourceType.CLB, "clb:DescribeListeners is not allowed"),
				TestCertificates.NOW);
		assertThat(brief(refusal)).isEqualTo("Usage not known (CLB and BM).");
		assertThat(full(refusal)).contains("CLB and BM", "20:00:00 +08:00", "out of order",
				"clb:DescribeListeners is not allowed");
	}

	@Test
	void namesWhatWasLastKnownWithItsTime() {
		Map<ResourceType, Usage.LastKnown> known = Map.of(ResourceType.CDN,
				new Usage.LastKnown(List.of(CDN, CDN), Instant.parse("2026-11-23T04:00:00Z")));
		Refusal refusal = new Refusal.UsageUnconfirmed(known, Map.of(ResourceType.CDN, "timeout"),
				TestCertificates.NOW);
		assertThat(brief(refusal)).isEqualTo("CDN 2, as of 12:00 +08:00, unconfirmed.");
		assertThat(full(refusal)).contains("CDN 2, as of 12:00 +08:00, unconfirmed", "timeout");
		assertThat(Usage.LastKnown.messages(known, TestCertificates.NOW.plus(Duration.ofDays(1)))).singleElement()
			.extracting(this.texts::of)
			.asString()
			.contains("2026-11-23");
	}

	@Test
	void namesPlanAndStatus() {
		assertThat(full(new Refusal.StatusNotDeletable(Plan.FREE, CertificateStatus.CANCELLED, PERIOD)))
			.contains("\"Cancelled\"", "free");
		assertThat(full(new Refusal.StatusNotDeletable(Plan.PAID, new CertificateStatus(9), PERIOD)))
			.contains("\"Revoking\"", "paid");
		assertThat(full(new Refusal.StatusUnknown(new CertificateStatus(1042)))).contains("\"Unknown (1042)\"");
	}

	@Test
	void namesThePeriodOfTheRule() {
		Duration two = Duration.ofHours(2);
		assertThat(full(new Refusal.ApplicationTimeUnknown(PERIOD))).endsWith("It can be deleted one hour after that.");
		assertThat(full(new Refusal.ApplicationTimeUnknown(Duration.ofMinutes(90)))).endsWith("1.5 hours after that.");
		assertThat(brief(new Refusal.AppliedRecently(TestCertificates.NOW, PERIOD)))
			.startsWith("Applied for less than an hour ago:");
		assertThat(brief(new Refusal.AppliedRecently(TestCertificates.NOW, two)))
			.startsWith("Applied for less than 2 hours ago:");
		assertThat(full(new Refusal.StatusNotDeletable(Plan.FREE, CertificateStatus.APPROVED, PERIOD)))
			.endsWith("or when it still waits an hour after its application.");
	}

	@Test
	void everyDocumentedStatusHasAName() {
		assertThat(
				IntStream.rangeClosed(0, 15).mapToObj((code) -> this.texts.of(new CertificateStatus(code).message())))
			.doesNotHaveDuplicates()
			.noneMatch((name) -> name.startsWith("Unknown"));
		assertThat(this.texts.of(new CertificateStatus(-1).message())).isEqualTo("Unknown (-1)");
	}

	@Test
	void countsResourcesInBadges() {
		assertThat(TestCertificates.usedBy(CDN, CLB, CLB).counts()).extracting(this.texts::of)
			.containsExactly("CLB 2", "CDN 1");
		assertThat(TestCertificates.usedBy().counts()).isEmpty();
	}

	@Test
	void markupAndPatternsInNamesStayWhatTheyAre() {
		Binding odd = new Binding(ResourceType.CLB, "lb-1", "{0} ' <b>", "", List.of());
		assertThat(full(new Refusal.Bound(List.of(odd)))).contains("lb-1 ({0} ' <b>)");
	}

	private String full(Refusal refusal) {
		return this.texts.of(refusal.full());
	}

	private String brief(Refusal refusal) {
		return this.texts.of(refusal.brief());
	}

}
