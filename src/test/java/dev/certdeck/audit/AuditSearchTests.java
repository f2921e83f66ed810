package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.DomainName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditSearch}.
 */
@Tag("time-zone")
class AuditSearchTests {

	private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

	private final TestTrail database = TestTrail.create(Clock.systemUTC());

	private final AuditSearch search = this.database.search();

	@BeforeEach
	void fill() {
		for (int number = 0; number < 23; number++) {
			boolean even = number % 2 == 0;
			Actor actor = even ? new Actor("u-1", "Ana Costa", "192.0.2.7") : new Actor("u-2", "50%_Wei!", "::1");
			CertificateSummary certificate = new CertificateSummary(new CertificateId("id" + number),
					List.of(new DomainName("www.m\u00fcnchen.de"), new DomainName("n%d.example.com".formatted(number))),
					"%064x".formatted(number), null, null);
			this.database.rows()
				.add(START.plus(Duration.ofDays(number / 3)), even ? "UPLOAD" : "DELETION", actor, certificate, null,
						(number == 4) ? AuditResult.OPEN
								: even ? AuditResult.done(null, "") : AuditResult.refused("in use"));
		}
	}

	@Test
	void pagesFollowOneAnotherToTheEndAndBack() {
		List<List<Long>> forth = new ArrayList<>();
		AuditPage page = this.search.older(TestTrail.ALL, null, 10);
		assertThat(page.newer()).isNull();
		forth.add(ids(page));
		while (page.older() != null) {
			page = this.search.older(TestTrail.ALL, page.older(), 10);
			forth.add(ids(page));
		}
		assertThat(forth).extracting(List::size).containsExactly(10, 10, 3);
		assertThat(forth.stream().flatMap(List::stream))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 23).mapToObj((number) -> 24L - number).toList());
		AuditPage middle = this.search.newer(TestTrail.ALL, page.newer(), 10);
		assertThat(ids(middle)).isEqualTo(forth.get(1));
		AuditPage first = this.search.newer(TestTrail.ALL, middle.newer(), 10);
		assertThat(ids(first)).isEqualTo(forth.get(0));
		assertThat(first.newer()).isNull();
	}

	@Test
	void entriesThatAreAddedMeanwhileMoveNoPage() {
		AuditPage first = this.search.older(TestTrail.ALL, null, 10);
		this.database.rows()
			.add(START.plus(Duration.ofDays(9)), "SIGN_IN", new Actor("u", "n", "a"), null, null,
					AuditResult.done(null, ""));
		assertThat(ids(this.search.older(TestTrail.ALL, first.older(), 10))).first().isEqualTo(13L);
	}

	@ParameterizedTest
	@CsvSource({ "ana, 12", "ANA COSTA, 12", "costa, 0", "u-2, 11", "50%_wei, 11", "%, 0", "_, 0", "5, 11", "!, 0" })
	void personIsFoundByTheBeginningOfTheNameOrTheSubject(String person, int found) {
		assertThat(all(new AuditQuery(person, "", null, null, null, null))).hasSize(found);
	}

	@ParameterizedTest
	@CsvSource({ "id7, 1", "ID7, 0", "n7.example.com, 1", "N7.Example.com, 1", "www.m\u00fcnchen.de, 23",
			"www.xn--mnchen-3ya.de, 23", "example.com, 0",
			"00:00000000000000000000000000000000000000000000000000000000000007, 1" })
	void certificateIsFoundByIdFingerprintAndEveryName(String certificate, int found) {
		assertThat(all(new AuditQuery("", certificate, null, null, null, null))).hasSize(found);
	}

	@Test
	void filtersCombine() {
		assertThat(all(new AuditQuery("ana", "www.m\u00fcnchen.de", AuditKind.UPLOAD, AuditOutcome.DONE,
				LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-27"))))
			.extracting(AuditEntry::id)
			.containsExactly(9L, 7L);
		assertThat(all(new AuditQuery("", "", null, AuditOutcome.OPEN, null, null))).extracting(AuditEntry::id)
			.containsExactly(5L);
		assertThat(all(new AuditQuery("", "", AuditKind.SIGN_IN, null, null, null))).isEmpty();
	}

	@Test
	void daysAreMeantInTheTeamsZoneAndTheLastOneCounts() {
		for (String at : List.of("2027-01-23T15:59:59Z", "2027-01-23T16:00:00Z", "2027-01-25T15:59:59Z",
				"2027-01-25T16:00:00Z")) {
			this.database.rows()
				.add(Instant.parse(at), "SIGN_IN", new Actor("u", "n", "a"), null, null, AuditResult.done(null, ""));
		}
		LocalDate from = LocalDate.parse("2027-01-24");
		assertThat(all(new AuditQuery("", "", null, null, from, from.plusDays(1)))).extracting(AuditEntry::at)
			.containsExactly(Instant.parse("2027-01-25T15:59:59Z"), Instant.parse("2027-01-23T16:00:00Z"));
	}

	@Test
	void pageNewerThanTheNewestIsTheFirst() {
		AuditPage page = this.search.newer(TestTrail.ALL, new Cursor(START.plus(Duration.ofDays(9)), 1), 10);
		assertThat(ids(page)).first().isEqualTo(23L);
	}

	private List<AuditEntry> all(AuditQuery query) {
		return this.search.older(query, null, 100).entries();
	}

	private static List<Long> ids(AuditPage page) {
		return page.entries().stream().map(AuditEntry::id).toList();
	}

}
