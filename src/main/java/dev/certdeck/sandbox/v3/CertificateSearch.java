package dev.certdeck.sandbox.v3;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.certdeck.sandbox.cloud.CertificateQuery;
import dev.certdeck.sandbox.cloud.CertificateType;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Plan;
import dev.certdeck.sandbox.cloud.Status;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of DescribeCertificates. Those that no sample differs in are ignored,
 * {@code Tags} among them.
 */
@JsonIgnoreProperties({ "Renew", "IsSM", "Hostable", "IsPendingIssue", "ServiceId" })
record CertificateSearch(@Nullable Integer offset, @Nullable Integer limit, @Nullable String searchKey,
		@Nullable String certificateType, @Nullable Long projectId, @Nullable String expirationSort,
		@Nullable List<Integer> certificateStatus, @Nullable Integer deployable, @Nullable Integer upload,
		@Nullable String filterSource, @Nullable Integer filterExpiring, @Nullable List<Tag> tags,
		@Nullable List<String> certIds) {

	private static final int DEFAULT_LIMIT = 10;

	private static final int MOST = 1000;

	int from() {
		return Lists.number(this.offset, 0, Integer.MAX_VALUE, "Offset");
	}

	int most() {
		return Math.min(Lists.number(this.limit, DEFAULT_LIMIT, Integer.MAX_VALUE, "Limit"), MOST);
	}

	/**
	 * Returns the requested order.
	 * @return the order, {@code null} for the latest application first
	 */
	@Nullable Comparator<HeldCertificate> order() {
		if (this.expirationSort == null || this.expirationSort.isEmpty()) {
			return null;
		}
		return switch (this.expirationSort) {
			case "ASC" -> Comparator.comparing(CertificateFields::end, Comparator.nullsLast(Comparator.naturalOrder()));
			case "DESC" ->
				Comparator.comparing(CertificateFields::end, Comparator.nullsLast(Comparator.reverseOrder()));
			default -> throw V3Exception.invalidValue("ExpirationSort");
		};
	}

	/**
	 * Returns the requested filters.
	 * @param fields tells the present status of a certificate
	 * @return the filter
	 */
	Predicate<HeldCertificate> filter(CertificateFields fields) {
		return Stream
			.of(asked(this.searchKey, (held, part) -> mentions(held, part.toLowerCase(Locale.ROOT))),
					asked(this.certificateType, (held, name) -> held.type() == type(name)),
					asked(this.projectId, (held, id) -> held.project().id() == id),
					asked(this.certificateStatus, (held, statuses) -> statuses.contains(fields.status(held))),
					asked(this.deployable, (held, flag) -> flag(fields.status(held) == Status.APPROVED, flag)),
					asked(this.upload, (held, flag) -> flag(held.plan() == Plan.UPLOADED, flag)),
					asked(this.filterSource, (held, source) -> source(source) == (held.plan() == Plan.UPLOADED)),
					asked(this.filterExpiring, (held, flag) -> flag == 0 || fields.expiring(held)),
					asked(this.certIds, (held, ids) -> ids.contains(held.id())))
			.flatMap(Optional::stream)
			.reduce(Predicate::and)
			.orElse(CertificateQuery.ALL);
	}

	private static <V> Optional<Predicate<HeldCertificate>> asked(@Nullable V value,
			BiPredicate<HeldCertificate, V> test) {
		boolean none = value == null || value.equals("") || value instanceof Collection<?> values && values.isEmpty();
		return none ? Optional.empty() : Optional.of((held) -> test.test(held, value));
	}

	private static boolean mentions(HeldCertificate held, String part) {
		return List.of(held.id(), held.alias(), held.domain())
			.stream()
			.anyMatch((text) -> text.toLowerCase(Locale.ROOT).contains(part));
	}

	private static boolean flag(boolean value, int flag) {
		return value == (flag == 1);
	}

	static CertificateType type(String name) {
		return switch (name) {
			case "CA" -> CertificateType.CA;
			case "SVR" -> CertificateType.SVR;
			default -> throw V3Exception.invalidValue("CertificateType");
		};
	}

	private static boolean source(String name) {
		return switch (name) {
			case "upload" -> true;
			case "buy" -> false;
			default -> throw V3Exception.invalidValue("FilterSource");
		};
	}

	record Tag(@Nullable String tagKey, @Nullable String tagValue) {

	}

}
