package dev.certdeck.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the page of the audit trail shows.
 *
 * @param query the filter
 * @param rows the entries
 * @param newer the path of the newer entries, absent if there are none
 * @param older the path of the older entries, absent if there are none
 * @param csv the path of the download
 * @param kinds the kinds to choose from
 * @param outcomes the outcomes to choose from
 */
record AuditListPage(AuditQuery query, List<AuditView> rows, @Nullable String newer, @Nullable String older, String csv,
		List<AuditKind> kinds, List<AuditOutcome> outcomes) {

	static AuditListPage of(AuditQuery query, AuditPage page) {
		return new AuditListPage(query, AuditView.of(page.entries()),
				(page.newer() != null) ? query.path("/audit", "after", page.newer()) : null,
				(page.older() != null) ? query.path("/audit", "before", page.older()) : null,
				query.path("/audit.csv", "", null), List.of(AuditKind.values()), List.of(AuditOutcome.values()));
	}

}
