package dev.certdeck.audit;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditForm} and {@link Cursor}.
 */
@Tag("time-zone")
class AuditFormTests {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	@Test
	void daysAreMeantInTheTeamsZoneAndTheLastOneCounts() {
		AuditQuery query = form("from", "2026-11-24", "until", "2026-11-25").query(SHANGHAI);
		assertThat(query.from()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
		assertThat(query.until()).isEqualTo(Instant.parse("2026-11-25T16:00:00Z"));
	}

	@Test
	void whatMakesNoSenseIsNotAsked() {
		assertThat(form("from", "+999999999-12-31", "until", "2026-02-30", "kind", "x", "outcome", "' or 1=1", "person",
				"a\0b", "certificate", "a".repeat(301))
			.query(SHANGHAI)).isEqualTo(AuditQuery.ALL);
		assertThat(new AuditForm("", "", "", "", "", "")).isEqualTo(AuditForm.of(new LinkedMultiValueMap<>()));
	}

	@Test
	void pathCarriesTheFilterAndThePlace() {
		AuditForm form = form("person", "Ana & Co=+ü", "kind", "upload", "outcome", "OPEN");
		Cursor place = new Cursor(Instant.parse("2026-11-25T02:00:00.123456Z"), 7);
		URI path = URI.create(form.path("/audit", "before", place));
		MultiValueMap<String, String> query = UriComponentsBuilder.fromUri(path).build().getQueryParams();
		assertThat(path.getPath()).isEqualTo("/audit");
		assertThat(path.getQuery()).contains("person=Ana & Co=+ü", "kind=UPLOAD", "outcome=OPEN");
		assertThat(query.getFirst("person")).doesNotContain("&", "=", "+");
		assertThat(Cursor.parse(place.toString())).hasValue(place);
	}

	@Test
	void placeThatMakesNoSenseIsNone() {
		for (String text : new String[] { "", "x", "2026-13-25T02:00:00Z~1", "2026-11-25T02:00:00Z~",
				"2026-11-25T02:00:00Z~9999999999999999999" }) {
			assertThat(Cursor.parse(text)).isEmpty();
		}
	}

	private static AuditForm form(String... parameters) {
		MultiValueMap<String, String> map = new LinkedMultiValueMap<>();
		for (int index = 0; index < parameters.length; index += 2) {
			map.add(parameters[index], parameters[index + 1]);
		}
		return AuditForm.of(map);
	}

}
