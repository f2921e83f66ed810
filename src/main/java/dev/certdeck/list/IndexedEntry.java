package dev.certdeck.list;

import java.text.Normalizer;
import java.util.Locale;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.inventory.Entry;

/**
 * An entry with its text for the search.
 *
 * @param entry the entry
 * @param text id, alias and every name in Punycode and Unicode, in lower case, one a line
 */
record IndexedEntry(Entry entry, String text) {

	/**
	 * Indexes an entry.
	 * @param entry the entry
	 * @return the entry with its text
	 */
	static IndexedEntry of(Entry entry) {
		Certificate certificate = entry.certificate();
		StringBuilder text = new StringBuilder(certificate.id().value()).append('\n').append(certificate.alias());
		for (DomainName name : certificate.names()) {
			text.append('\n').append(name.ascii());
			String unicode = name.unicode();
			if (!unicode.equals(name.ascii())) {
				text.append('\n').append(unicode);
			}
		}
		return new IndexedEntry(entry, Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
	}

}
