package dev.certdeck.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Texts}.
 */
class TextsTests {

	private static final Instant INSTANT = Instant.parse("2026-11-28T23:59:59Z");

	private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

	private final Texts texts = TestMessages.load();

	@AfterEach
	void forgetTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 0 s", "PT59.9S, 59 s", "PT1M, 1 min", "PT3M, 3 min", "PT59M59S, 59 min", "PT1H, 1 h",
			"PT72H, 72 h" })
	void durationIsInTheUnitThatMatters(Duration duration, String text) {
		assertThat(this.texts.of(duration)).isEqualTo(text);
		assertThat(this.texts.text("check.limit", duration)).contains(text);
	}

	@Test
	void instantIsWrittenAsThePatternSays() {
		assertThat(this.texts.text("list.as-of", INSTANT)).isEqualTo("As of 2026-11-29 07:59:59 +08:00");
		assertThat(this.texts.text("list.next", INSTANT)).isEqualTo("next refresh at 07:59:59 +08:00");
		assertThat(this.texts.text("list.applied", INSTANT)).isEqualTo("applied for 2026-11-29 07:59");
		assertThat(TestMessages.load(ZoneId.of("UTC")).text("list.zone", "UTC", INSTANT))
			.isEqualTo("Times are in UTC (UTC+00:00).");
	}

	@Test
	void endIsWritten() {
		assertThat(this.texts.end(INSTANT, "minute")).isEqualTo("2026-11-29 07:59");
		assertThat(this.texts.end(INSTANT, "full")).isEqualTo("2026-11-29 07:59:59 +08:00");
		assertThat(this.texts.end(NO_END, "minute")).isEqualTo("no end").isEqualTo(this.texts.end(NO_END, "full"));
		assertThat(this.texts.end(null, "full")).isEqualTo("not known");
	}

	@Test
	void listEndsWithAnAnd() {
		assertThat(this.texts.of(List.of())).isEmpty();
		assertThat(this.texts.of(List.of("a"))).isEqualTo("a");
		assertThat(this.texts.of(List.of("b", "a"))).isEqualTo("b and a");
		assertThat(this.texts.of(List.of("e", "d", "c", "b", "a"))).isEqualTo("e, d, c, b and a");
	}

	@Test
	void constantsAreInTheirOrderAndOfManyOnlySomeAreNamed() {
		assertThat(this.texts.of(List.of(ResourceType.BM, ResourceType.CLB))).isEqualTo("CLB and BM");
		assertThat(this.texts.text("list.not-known", EnumSet.allOf(ResourceType.class)))
			.isEqualTo("not known: CLB, CDN and %d other products".formatted(ResourceType.values().length - 2));
	}

	@Test
	void valuesAreWrittenByTheirType() {
		assertThat(this.texts.of(Message.of("delete.gone", new DomainName("xn--mnchen-3ya.de"))))
			.isEqualTo("münchen.de is no longer held by the account.");
		assertThat(this.texts.of(12345)).isEqualTo("12,345");
		assertThat(this.texts.of(CloudException.Reason.OTHER)).isEmpty();
		assertThat(this.texts.of("{0} '")).isEqualTo("{0} '");
		assertThat(this.texts.text("list.not-known", "{0} '")).isEqualTo("not known: {0} '");
	}

	@Test
	void requestIsAnsweredInItsLanguageAndOtherThreadsWriteInTheDefaultOne() {
		assertThat(this.texts.of(12345)).isEqualTo("12,345");
		LocaleContextHolder.setLocale(Locale.GERMANY);
		assertThat(this.texts.of(12345)).isEqualTo("12.345");
	}

}
