package dev.certdeck.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.RefreshStatus;
import dev.certdeck.inventory.TestSnapshots;
import dev.certdeck.web.TestMessages;
import dev.certdeck.web.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link CertificateViews}.
 */
@Tag("time-zone")
class CertificateViewsTests {

	private final Texts texts = TestMessages.load();

	private final Inventory inventory = mock();

	private final CertificateViews views = new CertificateViews(this.inventory, TestLists.POLICY, Duration.ofDays(30),
			Clock.fixed(TestCertificates.NOW, ZoneOffset.UTC));

	CertificateViewsTests() {
		refreshed(null);
	}

	@Test
	void nothingCanBeDeletedAfterAFailedRefreshUnlessItWasReadSince() {
		Entry deletable = TestSnapshots.entry(TestCertificates.certificate("a"));
		Entry bound = TestSnapshots.entry(TestCertificates.certificate("b").plan(Plan.PAID));
		List<Message> reasons = this.views.of(bound).reasons();
		refreshed("out of order");
		assertThat(this.views.of(deletable).deletable()).isFalse();
		assertThat(this.texts.of(this.views.of(deletable).brief())).isEqualTo("Not now: the last refresh failed.");
		assertThat(this.views.of(bound).reasons()).as("what will not change").isEqualTo(reasons);
		assertThat(this.views.ofRead(deletable).deletable()).isTrue();
	}

	@Test
	void whatSomebodyWantsToDeleteIsReadAfterAFailedRefresh() {
		Entry entry = TestSnapshots.entry(TestCertificates.certificate("a"));
		assertThat(this.views.toDelete(entry).deletable()).isTrue();
		then(this.inventory).should(never()).reread(entry.id());
		refreshed("out of order");
		given(this.inventory.reread(entry.id())).willReturn(Optional.of(entry));
		assertThat(this.views.toDelete(entry).deletable()).isTrue();
		given(this.inventory.reread(entry.id()))
			.willThrow(TestCertificates.failure(CloudException.Failure.UNREACHABLE, false));
		assertThat(this.views.toDelete(entry).deletable()).isFalse();
	}

	private void refreshed(@Nullable String failure) {
		RefreshStatus status = mock();
		given(status.failure()).willReturn(failure);
		given(this.inventory.status()).willReturn(status);
	}

	@Test
	void showsWhatCanBeDeleted() {
		CertificateView view = view(TestSnapshots.entry(TestCertificates.certificate("GjTNRoK7")
			.names("xn--mnchen-3ya.de", "a.com", "b.com")
			.left(Duration.ofDays(45))));
		assertThat(view.path()).isEqualTo("/certificates/GjTNRoK7");
		assertThat(view.title()).isEqualTo("münchen.de");
		assertThat(view.punycode()).isEqualTo("xn--mnchen-3ya.de");
		assertThat(view.furtherNames()).isEqualTo(2);
		assertThat(this.texts.of(view.certificate().status().message())).isEqualTo("Approved");
		assertThat(view.deletable()).isTrue();
		assertThat(view.brief()).isEqualTo("");
		assertThat(view.reasons()).isEmpty();
		assertThat(view.usage().counts()).isEmpty();
		assertThat(view.unknownKinds()).isEmpty();
		assertThat(expiry(view)).containsExactly("2027-01-07 20:00", "45 days left", "later", 50);
	}

	@Test
	void showsWhyNot() {
		CertificateView view = view(
				TestSnapshots.entry(TestCertificates.certificate("a").plan(Plan.PAID), TestCertificates
					.notKnown(Set.of(ResourceType.BM), TestCertificates.binding(ResourceType.CLB, "lb-1"))));
		assertThat(view.deletable()).isFalse();
		assertThat(this.texts.of(view.brief())).isEqualTo("In use by 1 load balancer.");
		assertThat(view.reasons()).hasSize(2);
		assertThat(view.usage().counts()).extracting(this.texts::of).containsExactly("CLB 1");
		assertThat(this.texts.of(view.unknownKinds())).isEqualTo("BM");
	}

	@Test
	void nameOfACertificateWithoutNames() {
		CertificateView view = view(TestSnapshots.entry(TestCertificates.certificate("a").alias("=cmd")));
		assertThat(view.title()).isEqualTo("=cmd");
		assertThat(view.punycode()).isNull();
		assertThat(view.furtherNames()).isZero();
		assertThat(view.expiry()).isNull();
	}

	@Test
	void asciiNameHasNoOtherSpelling() {
		assertThat(view(TestSnapshots.entry(TestCertificates.certificate("a").names("example.com"))).punycode())
			.isNull();
	}

	@ParameterizedTest
	@CsvSource({ "1, good", "2, bad", "3, bad", "7, off", "10, off", "42, off", "-1, off", "0, wait", "4, wait",
			"6, wait", "9, wait" })
	void statusHasATone(int status, String tone) {
		assertThat(view(TestSnapshots.entry(TestCertificates.certificate("a").status(status))).tone()).isEqualTo(tone);
	}

	@ParameterizedTest
	@CsvSource({ "PT1H, less than a day left, critical", "PT24H, 1 day left, critical", "PT480H, 20 days left, soon",
			"PT720H, 30 days left, soon", "PT721H, 30 days left, later", "PT24000H, '1,000 days left', later",
			"PT-1H, expired less than a day ago, expired", "PT-24H, expired 1 day ago, expired",
			"PT-48H, expired 2 days ago, expired" })
	void endOfValidityIsTextAndBand(Duration left, String days, String band) {
		CertificateView.ExpiryView expiry = view(TestSnapshots.entry(TestCertificates.certificate("a").left(left)))
			.expiry();
		assertThat(expiry).isNotNull();
		assertThat(this.texts.of(expiry.remark())).isEqualTo(days);
		assertThat(expiry.band()).isEqualTo(band);
	}

	@Test
	void endWithoutABeginningHasNoBar() {
		assertThat(expiry(view(new Validity(null, TestCertificates.NOW.plus(Duration.ofDays(12))))))
			.containsExactly("2026-12-05 20:00", "12 days left", "critical", null);
	}

	@Test
	void noEndIsToldAsSuch() {
		assertThat(expiry(view(new Validity(TestCertificates.NOW, Instant.parse("9999-12-31T15:59:59Z")))))
			.containsExactly("no end", null, null, null);
	}

	@Test
	void endThatCouldNotBeReadIsSaid() {
		assertThat(expiry(view(new Validity(TestCertificates.NOW, null, true)))).containsExactly("not known",
				"the end could not be read", null, null);
		assertThat(view(new Validity(TestCertificates.NOW, null)).expiry()).isNull();
	}

	private List<@Nullable Object> expiry(CertificateView view) {
		CertificateView.ExpiryView expiry = view.expiry();
		assertThat(expiry).isNotNull();
		return Arrays.asList(this.texts.end(expiry.until(), "minute"),
				(expiry.remark() != null) ? this.texts.of(expiry.remark()) : null, expiry.band(), expiry.percent());
	}

	private CertificateView view(Validity validity) {
		return view(TestSnapshots.entry(TestCertificates.certificate("a").validity(validity)));
	}

	private CertificateView view(Entry entry) {
		return this.views.of(entry);
	}

}
