package dev.certdeck.audit;

import java.net.URI;
import java.time.Instant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditQuery} and {@link Cursor}.
 */
@Tag("time-zone")
class AuditQueryTests {

	@Test
	void whatMakesNoSenseIsNotAsked() {
		assertThat(query("from", "+999999999-12-31", "until", "2026-02-30", "kind", "x", "outcome", "' or 1=1",
				"person", "a\0b", "certificate", "a".repeat(301)))
			.isEqualTo(TestTrail.ALL);
		assertThat(query()).isEqualTo(TestTrail.ALL);
	}

	@Test
	void pathCarriesTheFilterAndThePlace() {
		AuditQuery filter = query("person", "Ana & Co=+ü", "kind", "upload", "outcome", "OPEN", "from", "2026-11-24");
		Cursor place = new Cursor(Instant.parse("2026-11-25T02:00:00.123456Z"), 7);
		URI path = URI.create(filter.path("/audit", "before", place));
		MultiValueMap<String, String> query = UriComponentsBuilder.fromUri(path).build().getQueryParams();
		assertThat(path.getPath()).isEqualTo("/audit");
		assertThat(path.getQuery()).contains("person=Ana & Co=+ü", "kind=UPLOAD", "outcome=OPEN", "from=2026-11-24");
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

	private static AuditQuery query(String... parameters) {
		MultiValueMap<String, String> map = new LinkedMultiValueMap<>();
		for (int index = 0; index < parameters.length; index += 2) {
			map.add(parameters[index], parameters[index + 1]);
		}
		return AuditQuery.of(map);
	}

}
