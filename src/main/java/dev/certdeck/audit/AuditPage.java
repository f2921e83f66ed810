package dev.certdeck.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of entries of the audit trail.
 *
 * @param entries the entries, the latest first
 * @param newer the cursor of the newer entries, absent if there are none
 * @param older the cursor of the older entries, absent if there are none
 */
record AuditPage(List<AuditEntry> entries, @Nullable Cursor newer, @Nullable Cursor older) {

	/**
	 * Creates the page.
	 */
	AuditPage {
		entries = List.copyOf(entries);
	}

}
