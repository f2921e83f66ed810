package dev.certdeck.list;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.Deletability;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Refusal;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as the pages show it.
 *
 * @param certificate the certificate
 * @param usage what uses it
 * @param deletability whether it can be deleted
 * @param expiry the end of its validity, absent if it has none yet
 * @param present the instant for which this holds
 */
public record CertificateView(Certificate certificate, Usage usage, Deletability deletability,
		@Nullable ExpiryView expiry, Instant present) {

	private static final Set<CertificateStatus> BAD = Set.of(CertificateStatus.VERIFICATION_FAILED,
			CertificateStatus.EXPIRED);

	private static final Set<CertificateStatus> OFF = Set.of(CertificateStatus.CANCELLED, CertificateStatus.REVOKED);

	CertificateView with(Deletability deletability) {
		return new CertificateView(this.certificate, this.usage, deletability, this.expiry, this.present);
	}

	/**
	 * Returns the path of the certificate's page.
	 * @return the path, relative to the application
	 */
	public String path() {
		return "/certificates/" + this.certificate.id();
	}

	/**
	 * Returns what to call the certificate.
	 * @return the name, alias or id
	 */
	public String title() {
		return this.certificate.title();
	}

	/**
	 * Returns the primary name in Punycode.
	 * @return the name, absent if that is the title already
	 */
	public @Nullable String punycode() {
		DomainName domain = this.certificate.domain();
		return (domain != null && !domain.ascii().equals(title())) ? domain.ascii() : null;
	}

	/**
	 * Returns the number of names beside the primary one.
	 * @return the number of names
	 */
	public int furtherNames() {
		return Math.max(0, this.certificate.names().size() - 1);
	}

	/**
	 * Returns the tone in which the status is shown.
	 * @return {@code good}, {@code wait}, {@code bad} or {@code off}
	 */
	public String tone() {
		CertificateStatus status = this.certificate.status();
		if (status.equals(CertificateStatus.APPROVED)) {
			return "good";
		}
		if (BAD.contains(status)) {
			return "bad";
		}
		return (OFF.contains(status) || !status.isKnown()) ? "off" : "wait";
	}

	/**
	 * Returns how many resources of each kind used the certificate when that was last
	 * known.
	 * @return a message for each kind
	 */
	public List<Message> unconfirmed() {
		return Usage.LastKnown.messages(this.usage.unconfirmed(), this.present);
	}

	/**
	 * Returns the kinds of which nothing is known, not even from before.
	 * @return the kinds
	 */
	public Set<ResourceType> unknownKinds() {
		Set<ResourceType> kinds = EnumSet.noneOf(ResourceType.class);
		kinds.addAll(this.usage.unknown().keySet());
		kinds.removeAll(this.usage.unconfirmed().keySet());
		return kinds;
	}

	/**
	 * Tells whether the certificate can be deleted.
	 * @return {@code true} if there is no reason against it
	 */
	public boolean deletable() {
		return this.deletability.isAllowed();
	}

	/**
	 * Returns every reason against the deletion.
	 * @return the reasons, the main one first
	 */
	public List<Message> reasons() {
		return this.deletability.refusals().stream().map(Refusal::full).toList();
	}

	/**
	 * Returns the main reason against the deletion in a few words.
	 * @return the reason, an empty text if there is none
	 */
	public Object brief() {
		return this.deletability.refusals().isEmpty() ? "" : this.deletability.refusals().get(0).brief();
	}

	/**
	 * The end of a validity as the pages show it.
	 *
	 * @param until the end, absent if it is not known
	 * @param remark how many days are left, or why that is not known; absent if there is
	 * no end
	 * @param band how urgent it is, in lower case; absent if there is no date
	 * @param percent how much of the validity is left, absent if its length is not known
	 */
	public record ExpiryView(@Nullable Instant until, @Nullable Message remark, @Nullable String band,
			@Nullable Integer percent) {

	}

}
