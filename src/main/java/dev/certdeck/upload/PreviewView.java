package dev.certdeck.upload;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.upload.validation.Preview;
import dev.certdeck.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What was read, as the page shows it before anything is sent.
 *
 * @param content what was read
 * @param texts writes the texts
 * @param now the present
 */
record PreviewView(Preview content, Texts texts, Instant now) {

	private static final int SHOWN_NAMES = 20;

	/**
	 * Returns a certificate's place in the chain.
	 * @param certificate a certificate that was read
	 * @return {@code leaf}, {@code intermediate} or {@code root}
	 */
	public String role(ParsedCertificate certificate) {
		String upper = certificate.isSelfSigned() ? "root" : "intermediate";
		return (certificate == this.content.leaf()) ? "leaf" : upper;
	}

	/**
	 * Describes a certificate.
	 * @param certificate a certificate that was read
	 * @return its key's algorithm, its issuer and its end, in words
	 */
	public String description(ParsedCertificate certificate) {
		return this.texts.text("upload.preview.certificate", certificate.key().algorithm().name(),
				certificate.issuerTitle(), this.texts.end(certificate.validity().until(), "minute"));
	}

	/**
	 * Tells whether the key belongs to the leaf.
	 * @return {@code paired}, {@code different} or {@code damaged}; absent if there is no
	 * key
	 */
	public @Nullable String pairing() {
		return (this.content.pairing() != null) ? Message.key(this.content.pairing()) : null;
	}

	/**
	 * Returns the first names.
	 * @return at most 20 names as people read them
	 */
	public List<String> names() {
		return this.content.leaf().names().all().stream().limit(SHOWN_NAMES).map(DomainName::unicode).toList();
	}

	/**
	 * Counts the names that {@link #names()} leaves out.
	 * @return how many there are
	 */
	public int furtherNames() {
		return Math.max(0, this.content.leaf().names().all().size() - SHOWN_NAMES);
	}

	/**
	 * Writes when the validity begins.
	 * @return the first instant
	 */
	public String from() {
		return this.texts.text("upload.preview.from", this.content.leaf().validFrom());
	}

	/**
	 * Writes when the validity ends.
	 * @return the last instant, or that there is none
	 */
	public String until() {
		return this.texts.end(validity().until(), "full");
	}

	/**
	 * Returns how much of the validity has passed.
	 * @return percent from 0 to 100
	 */
	public int passed() {
		return 100 - Objects.requireNonNullElse(validity().percentLeft(this.now), 100);
	}

	/**
	 * Writes how much of the validity is left.
	 * @return the days, or that none are left or it has no end
	 */
	public String left() {
		if (validity().isEndless()) {
			return this.texts.text("upload.preview.no-end");
		}
		return validity().isOver(this.now) ? this.texts.text("upload.preview.over")
				: this.texts.text("upload.preview.days", validity().daysLeft(this.now), passed());
	}

	private Validity validity() {
		return this.content.leaf().validity();
	}

}
