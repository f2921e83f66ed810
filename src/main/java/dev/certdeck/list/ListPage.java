package dev.certdeck.list;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.web.Paging;

/**
 * What the page of the list shows.
 *
 * @param links the links and choices around the list
 * @param list the certificates that were found
 * @param rows their views
 * @param index all certificates
 * @param tiles the tiles above the list
 * @param uncheckedKinds the kinds of resources that are not asked for
 * @param now the present
 */
record ListPage(ListLinks links, ResultPage list, List<CertificateView> rows, CertificateIndex index,
		List<ListLinks.Tile> tiles, Set<ResourceType> uncheckedKinds, Instant now) {

	/**
	 * Returns the position of the first certificate on this page.
	 * @return the position, from 1
	 */
	public int from() {
		return (this.list.page() - 1) * this.links.query().size() + 1;
	}

	/**
	 * Returns the links to the other pages.
	 * @return the links
	 */
	public Paging paging() {
		return Paging.of(this.list.page(), this.list.pages(), (number) -> this.links.query().withPage(number).path());
	}

	/**
	 * Returns all certificates.
	 * @return the snapshot of which this is a page
	 */
	public Snapshot snapshot() {
		return this.index.snapshot();
	}

	/**
	 * Returns the statuses to choose from.
	 * @return a choice for each status
	 */
	public List<ListLinks.Choice> statuses() {
		return this.links.statuses(this.index.statuses());
	}

	/**
	 * Returns the sources to choose from.
	 * @return the sources in alphabetical order
	 */
	public SortedSet<String> sources() {
		return this.index.sources();
	}

	/**
	 * Returns the plans to choose from.
	 * @return the plans
	 */
	public Plan[] plans() {
		return Plan.values();
	}

	/**
	 * Returns the types to choose from.
	 * @return the types
	 */
	public CertificateType[] types() {
		return CertificateType.values();
	}

}
