package dev.certdeck.list;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.inventory.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry with what the list asks of it again and again.
 *
 * @param entry the entry
 * @param text id, alias and every name in Punycode and Unicode, in lower case, one a line
 * @param deletableFrom from when on it can be deleted, {@link Instant#MIN} if its age
 * does not matter, absent if it can't be deleted as it is
 */
record IndexedEntry(Entry entry, String text, @Nullable Instant deletableFrom) {

	/**
	 * Indexes an entry.
	 * @param entry the entry
	 * @param policy decides whether it can be deleted
	 * @return the indexed entry
	 */
	static IndexedEntry of(Entry entry, DeletionPolicy policy) {
		return new IndexedEntry(entry, text(entry.certificate()),
				policy.deletableFrom(entry.certificate(), entry.usage()).orElse(null));
	}

	private static String text(Certificate certificate) {
		StringBuilder text = new StringBuilder(certificate.id().value()).append('\n').append(certificate.alias());
		for (DomainName name : certificate.names()) {
			text.append('\n').append(name.ascii());
			String unicode = name.unicode();
			if (!unicode.equals(name.ascii())) {
				text.append('\n').append(unicode);
			}
		}
		return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
	}

}
