package dev.certdeck.list;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.certificate.ResourceType;

/**
 * Makes the pages of the list.
 */
class ListPages {

	private final LatestIndex index;

	private final CertificateViews views;

	private final int expiringDays;

	private final Clock clock;

	/**
	 * Creates the pages.
	 * @param index all certificates
	 * @param views makes the rows
	 * @param expiringDays from how many days before its end a certificate counts as
	 * expiring
	 * @param clock the clock
	 */
	ListPages(LatestIndex index, CertificateViews views, int expiringDays, Clock clock) {
		this.index = index;
		this.views = views;
		this.expiringDays = expiringDays;
		this.clock = clock;
	}

	/**
	 * Tells whether there is a list to show.
	 * @return {@code false} until the list has been read for the first time
	 */
	boolean isReady() {
		return this.index.get().isPresent();
	}

	/**
	 * Makes the page that a query asks for.
	 * @param query the query
	 * @param uncheckedKinds the kinds of resources that are not asked for
	 * @return the page, absent until the list has been read for the first time
	 */
	Optional<ListPage> page(CertificateQuery query, Set<ResourceType> uncheckedKinds) {
		return this.index.get().map((index) -> page(query, index, uncheckedKinds));
	}

	private ListPage page(CertificateQuery query, CertificateIndex index, Set<ResourceType> uncheckedKinds) {
		Instant now = this.clock.instant();
		ResultPage list = query.apply(index, now);
		List<CertificateView> rows = list.entries().stream().map((entry) -> this.views.of(entry, now)).toList();
		CertificateQuery shown = new CertificateQuery(query.filter(), query.sort(), list.page(), query.size(),
				query.ignored());
		ListLinks links = new ListLinks(shown, this.expiringDays);
		return new ListPage(links, list, rows, index,
				links.tiles(index.tiles(new Expiry(this.expiringDays), now), index.snapshot().isUsageAsked()),
				uncheckedKinds, now);
	}

}
