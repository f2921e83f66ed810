package dev.certdeck.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.Usage;
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
	 * Returns the values that a certificate must have.
	 * @return groups of types, plans, statuses, sources or states of usage; a certificate
	 * must have a value of each group
	 */
	List<Collection<?>> values() {
		List<Collection<?>> values = new ArrayList<>();
		Stream.of(this.type, this.plan, this.source).filter(Objects::nonNull).map(List::of).forEach(values::add);
		if (!this.statuses.isEmpty()) {
			values.add(this.statuses);
		}
		if (this.usage != null) {
			values.add(Stream.of(Usage.State.values()).filter((state) -> matches(this.usage, state)).toList());
		}
		return values;
	}

	/**
	 * Tells whether a usage matches. One that is not confirmed counts both as in use and
	 * as unknown.
	 * @param asked the criterion
	 * @param state the state of the usage
	 * @return {@code true} if it matches
	 */
	private static boolean matches(Usage.State asked, Usage.State state) {
		return switch (asked) {
			case BOUND -> state.isUsed();
			case UNKNOWN -> state.isUncertain();
			default -> state == asked;
		};
	}

}
