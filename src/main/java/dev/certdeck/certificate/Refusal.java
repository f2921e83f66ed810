package dev.certdeck.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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
	 * @param causes the kinds for which it is not known, with the cause, which is empty
	 * if nobody asked yet
	 * @param asOf when they were asked
	 */
	record UsageUnknown(Map<BindingKind, String> causes, Instant asOf) implements Refusal {

	}

	/**
	 * Resources used the certificate when they were last known, and it is not known
	 * whether they still do.
	 *
	 * @param lastKnown the resources by kind
	 * @param causes the kinds for which it is not known, with the cause
	 * @param asOf when they were asked
	 */
	record UsageUnconfirmed(Map<BindingKind, Usage.LastKnown> lastKnown, Map<BindingKind, String> causes,
			Instant asOf) implements Refusal {

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
