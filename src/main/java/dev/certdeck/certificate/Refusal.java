package dev.certdeck.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A reason why a certificate can't be deleted.
 */
public sealed interface Refusal {

	/**
	 * Resources use the certificate.
	 *
	 * @param bindings the resources
	 */
	record Bound(List<Binding> bindings) implements Refusal {

	}

	/**
	 * It is not known whether resources use the certificate.
	 *
	 * @param kinds the kinds for which it is not known
	 * @param asOf when they were asked
	 */
	record UsageUnknown(Set<BindingKind> kinds, Instant asOf) implements Refusal {

	}

	/**
	 * The application is younger than an hour.
	 *
	 * @param deletableFrom the full minute from which the deletion will work
	 */
	record AppliedWithinHour(Instant deletableFrom) implements Refusal {

	}

	/**
	 * The application is pending and the cloud does not tell since when.
	 */
	record ApplicationTimeUnknown() implements Refusal {

	}

	/**
	 * The plan does not allow the deletion in this status.
	 *
	 * @param plan the plan
	 * @param status the status, one that Tencent documents
	 */
	record StatusNotDeletable(Plan plan, CertificateStatus status) implements Refusal {

	}

	/**
	 * Nobody knows what the status means.
	 *
	 * @param status the status
	 */
	record StatusUnknown(CertificateStatus status) implements Refusal {

	}

}
