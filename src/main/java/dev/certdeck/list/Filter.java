package dev.certdeck.list;

import java.time.Instant;
import java.util.Set;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.Usage;
import dev.certdeck.inventory.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of the list. Those that are absent or empty match every certificate.
 *
 * @param text a part of the id, the alias or a name, in lower case
 * @param host a host that it must cover
 * @param type what it is for
 * @param plan how the account came to it
 * @param source where it came from
 * @param statuses the statuses of which it must have one
 * @param expiry when its validity must end
 * @param usage whether it is in use
 * @param deletable whether it can be deleted
 */
record Filter(String text, @Nullable HostFilter host, @Nullable CertificateType type, @Nullable Plan plan,
		@Nullable String source, Set<CertificateStatus> statuses, @Nullable Expiry expiry, Usage.@Nullable State usage,
		@Nullable Boolean deletable) {

	static final Filter NONE = new Filter("", null, null, null, null, Set.of(), null, null, null);

	static final Filter BOUND = new Filter("", null, null, null, null, Set.of(), null, Usage.State.BOUND, null);

	static final Filter DELETABLE = new Filter("", null, null, null, null, Set.of(), null, null, true);

	/**
	 * Returns the filter by the end of the validity alone.
	 * @param expiry when it must end
	 * @return the filter
	 */
	static Filter ending(Expiry expiry) {
		return new Filter("", null, null, null, null, Set.of(), expiry, null, null);
	}

	/**
	 * Tells whether a certificate matches.
	 * @param indexed the certificate
	 * @param policy decides whether it can be deleted
	 * @param now the present
	 * @return {@code true} if it meets all criteria
	 */
	boolean test(IndexedEntry indexed, DeletionPolicy policy, Instant now) {
		return (this.text.isEmpty() || indexed.text().contains(this.text))
				&& (this.usage == null || fits(this.usage, indexed.entry().usage().state()))
				&& (asksNothingOfTheCertificate() || test(indexed.entry().certificate(), now))
				&& (this.deletable == null || isDeletable(indexed.entry(), policy, now) == this.deletable);
	}

	/**
	 * Tells whether a usage matches. One that is not confirmed counts both as in use and
	 * as unknown.
	 * @param asked the criterion
	 * @param state the state of the usage
	 * @return {@code true} if it matches
	 */
	private static boolean fits(Usage.State asked, Usage.State state) {
		return switch (asked) {
			case BOUND -> state.isUsed();
			case UNKNOWN -> state.isUncertain();
			default -> state == asked;
		};
	}

	private boolean test(Certificate certificate, Instant now) {
		return (this.type == null || certificate.type() == this.type)
				&& (this.plan == null || certificate.plan() == this.plan)
				&& (this.source == null || certificate.details().source().equals(this.source))
				&& (this.statuses.isEmpty() || this.statuses.contains(certificate.status()))
				&& (this.expiry == null || this.expiry.test(certificate, now))
				&& (this.host == null || this.host.test(certificate));
	}

	private boolean asksNothingOfTheCertificate() {
		return this.type == null && this.plan == null && this.source == null && this.statuses.isEmpty()
				&& this.expiry == null && this.host == null;
	}

	private static boolean isDeletable(Entry entry, DeletionPolicy policy, Instant now) {
		return policy.decide(entry.certificate(), entry.usage(), now).isAllowed();
	}

}
