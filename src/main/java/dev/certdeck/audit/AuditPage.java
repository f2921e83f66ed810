package dev.certdeck.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some entries that follow one another in the trail.
 *
 * @param entries the entries, the latest first
 * @param newer the place from which newer entries go on, absent if there are none
 * @param older the place from which older entries go on, absent if there are none
 */
record AuditPage(List<AuditEntry> entries, @Nullable Cursor newer, @Nullable Cursor older) {

	/**
	 * Creates the page.
	 */
	AuditPage {
		entries = List.copyOf(entries);
	}

}
