package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reason why a certificate can't be deleted.
 */
public sealed interface Refusal {

	/**
	 * Returns the reason in full.
	 * @return the message
	 */
	Message full();

	/**
	 * Returns the reason in a few words, for the list.
	 * @return the message
	 */
	default Message brief() {
		return full();
	}

	private static Object cause(Map<ResourceType, String> causes) {
		return Message.join("list.semicolon",
				new TreeMap<>(causes).values()
					.stream()
					.distinct()
					.filter((cause) -> !cause.isBlank())
					.map((cause) -> cause.endsWith(".") ? cause.substring(0, cause.length() - 1) : cause));
	}

	private static double hours(Duration period) {
		return period.toSeconds() / 3600.0;
	}

	/**
	 * Resources use the certificate.
	 *
	 * @param bindings the resources
	 */
	record Bound(List<Binding> bindings) implements Refusal {

		private static final int MOST_NAMED = 10;

		@Override
		public Message full() {
			List<Binding> named = this.bindings.stream().filter(Binding::isNamed).limit(MOST_NAMED).toList();
			if (named.isEmpty()) {
				return Message.of("refusal.bound.unnamed", counts());
			}
			Object resources = Message.join("list.comma", named.stream().map(Binding::label));
			int more = Binding.count(this.bindings) - named.size();
			return Message.of("refusal.bound", counts(),
					(more > 0) ? Message.of("binding.more", resources, more) : resources);
		}

		@Override
		public Message brief() {
			return Message.of("refusal.bound.brief", counts());
		}

		private List<Message> counts() {
			return Binding.counts(this.bindings)
				.entrySet()
				.stream()
				.map((count) -> Message.of("resource-type.count." + Message.key(count.getKey()), count.getValue()))
				.toList();
		}

	}

	/**
	 * It is not known whether resources use the certificate.
	 *
	 * @param causes the kinds for which it is not known, with the cause, which is empty
	 * if they were not asked yet
	 * @param asOf when they were asked
	 */
	record UsageUnknown(Map<ResourceType, String> causes, Instant asOf) implements Refusal {

		@Override
		public Message full() {
			Object causes = cause(this.causes);
			return causes.equals("") ? Message.of("refusal.usage-unknown", this.causes.keySet(), this.asOf)
					: Message.of("refusal.usage-unknown.cause", this.causes.keySet(), this.asOf, causes);
		}

		@Override
		public Message brief() {
			return Message.of("refusal.usage-unknown.brief", this.causes.keySet());
		}

	}

	/**
	 * Resources used the certificate when they were last known, and it is not known
	 * whether they still do.
	 *
	 * @param lastKnown the resources by kind
	 * @param causes the kinds for which it is not known, with the cause
	 * @param asOf when they were asked
	 */
	record UsageUnconfirmed(Map<ResourceType, Usage.LastKnown> lastKnown, Map<ResourceType, String> causes,
			Instant asOf) implements Refusal {

		@Override
		public Message full() {
			Object causes = cause(this.causes);
			return causes.equals("") ? Message.of("refusal.usage-unconfirmed", counts(), this.causes.keySet())
					: Message.of("refusal.usage-unconfirmed.cause", counts(), this.causes.keySet(), causes);
		}

		@Override
		public Message brief() {
			return Message.of("refusal.usage-unconfirmed.brief", counts());
		}

		private Object counts() {
			return Message.join("list.semicolon", Usage.LastKnown.messages(this.lastKnown, this.asOf).stream());
		}

	}

	/**
	 * The certificate was applied for too recently.
	 *
	 * @param deletableFrom the full minute from which the deletion will work
	 * @param period how long after an application it can't be deleted
	 */
	record AppliedRecently(Instant deletableFrom, Duration period) implements Refusal {

		@Override
		public Message full() {
			return Message.of("refusal.applied-recently", this.deletableFrom, hours(this.period));
		}

		@Override
		public Message brief() {
			return Message.of("refusal.applied-recently.brief", this.deletableFrom, hours(this.period));
		}

	}

	/**
	 * The application is pending since an unknown time.
	 *
	 * @param period how long after an application it can't be deleted
	 */
	record ApplicationTimeUnknown(Duration period) implements Refusal {

		@Override
		public Message full() {
			return Message.of("refusal.application-time-unknown", hours(this.period));
		}

	}

	/**
	 * The plan does not allow the deletion in this status.
	 *
	 * @param plan the plan
	 * @param status the status, one that Tencent documents
	 * @param period how long after its application a free certificate can't be deleted
	 */
	record StatusNotDeletable(Plan plan, CertificateStatus status, Duration period) implements Refusal {

		@Override
		public Message full() {
			return (this.plan == Plan.FREE)
					? Message.of("refusal.status-not-deletable.free", this.status.message(), hours(this.period))
					: Message.of("refusal.status-not-deletable.paid", this.status.message());
		}

		@Override
		public Message brief() {
			return Message.of((this.plan == Plan.FREE) ? "refusal.status-not-deletable.brief.free"
					: "refusal.status-not-deletable.brief.paid");
		}

	}

	/**
	 * No document explains the status.
	 *
	 * @param status the status
	 */
	record StatusUnknown(CertificateStatus status) implements Refusal {

		@Override
		public Message full() {
			return Message.of("refusal.status-unknown", this.status.message());
		}

	}

	/**
	 * The last refresh failed, so the certificate could not be read before it is deleted.
	 */
	record NotRefreshed() implements Refusal {

		@Override
		public Message full() {
			return Message.of("refusal.not-refreshed");
		}

		@Override
		public Message brief() {
			return Message.of("refusal.not-refreshed.brief");
		}

	}

}
