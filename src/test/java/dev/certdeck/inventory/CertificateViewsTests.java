package dev.certdeck.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Validity;
import dev.certdeck.web.TestMessages;
import dev.certdeck.web.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificateViews}.
 */
@Tag("time-zone")
class CertificateViewsTests {

	private final Times times = new Times(ZoneId.of("Asia/Shanghai"));

	private final CertificateViews views = new CertificateViews(TestSnapshots.POLICY,
			new RefusalTexts(TestMessages.load(), this.times), TestMessages.load(), this.times, Duration.ofDays(30));

	@Test
	void showsWhatCanBeDeleted() {
		CertificateView view = view(TestSnapshots.entry(TestCertificates.certificate("GjTNRoK7")
			.names("xn--mnchen-3ya.de", "a.com", "b.com")
			.left(Duration.ofDays(45))));
		assertThat(view.path()).isEqualTo("/certificates/GjTNRoK7");
		assertThat(view.title()).isEqualTo("münchen.de");
		assertThat(view.punycode()).isEqualTo("xn--mnchen-3ya.de");
		assertThat(view.furtherNames()).isEqualTo(2);
		assertThat(view.status()).isEqualTo("Approved");
		assertThat(view.deletable()).isTrue();
		assertThat(view.brief()).isEmpty();
		assertThat(view.reasons()).isEmpty();
		assertThat(view.chips()).isEmpty();
		assertThat(view.notKnown()).isEmpty();
		assertThat(view.expiry())
			.isEqualTo(new CertificateView.ExpiryView("2027-01-07 20:00", "45 days left", "later", 50));
	}

	@Test
	void showsWhyNot() {
		CertificateView view = view(TestSnapshots.entry(TestCertificates.certificate("a").plan(Plan.PAID),
				TestCertificates.notKnown(Set.of(BindingKind.BM), TestCertificates.binding(BindingKind.CLB, "lb-1"))));
		assertThat(view.deletable()).isFalse();
		assertThat(view.brief()).isEqualTo("In use by 1 load balancer.");
		assertThat(view.reasons()).hasSize(2);
		assertThat(view.chips()).containsExactly("CLB 1");
		assertThat(view.notKnown()).isEqualTo("BM");
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
		assertThat(expiry.days()).isEqualTo(days);
		assertThat(expiry.band()).isEqualTo(band);
	}

	@Test
	void endWithoutABeginningHasNoBar() {
		assertThat(expiry(new Validity(null, TestCertificates.NOW.plus(Duration.ofDays(12)))))
			.isEqualTo(new CertificateView.ExpiryView("2026-12-05 20:00", "12 days left", "critical", null));
	}

	@Test
	void noEndIsToldAsSuch() {
		assertThat(expiry(new Validity(TestCertificates.NOW, Instant.parse("9999-12-31T15:59:59Z"))))
			.isEqualTo(new CertificateView.ExpiryView("no end", null, null, null));
	}

	@Test
	void endThatCouldNotBeReadIsSaid() {
		assertThat(expiry(new Validity(TestCertificates.NOW, null, true)))
			.isEqualTo(new CertificateView.ExpiryView("not known", "the end could not be read", null, null));
		assertThat(expiry(new Validity(TestCertificates.NOW, null))).isNull();
	}

	private CertificateView.@Nullable ExpiryView expiry(Validity validity) {
		return view(TestSnapshots.entry(TestCertificates.certificate("a").validity(validity))).expiry();
	}

	private CertificateView view(Entry entry) {
		return this.views.of(entry, TestCertificates.NOW);
	}

}
