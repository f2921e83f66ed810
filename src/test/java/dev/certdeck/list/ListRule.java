package dev.certdeck.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.Usage;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.Entry;

/**
 * What a filter and the tiles mean, certificate by certificate: slow, and the judge of
 * the index.
 */
final class ListRule {

	private ListRule() {
	}

	static List<String> found(Collection<Entry> entries, Filter filter, Instant now) {
		return entries.stream()
			.filter((entry) -> matches(entry, filter, now))
			.map((entry) -> entry.id().value())
			.sorted()
			.toList();
	}

	static Tiles tiles(Collection<Entry> entries, Expiry expiring, Instant now) {
		return new Tiles(entries.size(), count(entries, Filter.ending(expiring), now),
				count(entries, Filter.ending(Expiry.EXPIRED), now), count(entries, Usage.State.BOUND),
				count(entries, Usage.State.UNCONFIRMED), count(entries, Filter.DELETABLE, now));
	}

	private static int count(Collection<Entry> entries, Filter filter, Instant now) {
		return found(entries, filter, now).size();
	}

	private static int count(Collection<Entry> entries, Usage.State state) {
		return (int) entries.stream().filter((entry) -> entry.usage().state() == state).count();
	}

	private static boolean matches(Entry entry, Filter filter, Instant now) {
		Certificate certificate = entry.certificate();
		return IndexedEntry.of(entry, TestLists.POLICY).text().contains(filter.text())
				&& (filter.type() == null || certificate.type() == filter.type())
				&& (filter.plan() == null || certificate.plan() == filter.plan())
				&& (filter.source() == null || certificate.details().source().equals(filter.source()))
				&& (filter.statuses().isEmpty() || filter.statuses().contains(certificate.status()))
				&& (filter.expiry() == null || matches(filter.expiry(), certificate, now))
				&& (filter.host() == null || filter.host().test(certificate))
				&& (filter.usage() == null || matches(filter.usage(), entry.usage().state()))
				&& (filter.deletable() == null
						|| filter.deletable() == TestLists.POLICY.decide(certificate, entry.usage(), now).isAllowed());
	}

	private static boolean matches(Expiry expiry, Certificate certificate, Instant now) {
		Validity validity = certificate.validity();
		boolean expired = certificate.status().equals(CertificateStatus.EXPIRED)
				|| (validity != null && validity.isOver(now));
		if (expiry.withinDays() == null) {
			return expired;
		}
		Instant until = (validity != null) ? validity.until() : null;
		return until != null && !expired && !until.isAfter(now.plus(Duration.ofDays(expiry.withinDays())));
	}

	private static boolean matches(Usage.State asked, Usage.State state) {
		return switch (asked) {
			case BOUND -> state == Usage.State.BOUND || state == Usage.State.UNCONFIRMED;
			case UNKNOWN -> state == Usage.State.UNKNOWN || state == Usage.State.UNCONFIRMED;
			default -> state == asked;
		};
	}

}
