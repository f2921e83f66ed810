package dev.certdeck.inventory;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.Deletability;
import dev.certdeck.certificate.Refusal;
import dev.certdeck.certificate.Usage;
import dev.certdeck.web.Times;

import org.springframework.context.MessageSource;

/**
 * Puts the reasons against a deletion into words.
 */
public class RefusalTexts {

	private static final int MOST_NAMED = 10;

	private static final int MOST_KINDS = 4;

	private final MessageSource messages;

	private final Times times;

	/**
	 * Creates the texts.
	 * @param messages the messages of the pages
	 * @param times writes instants
	 */
	RefusalTexts(MessageSource messages, Times times) {
		this.messages = messages;
		this.times = times;
	}

	/**
	 * Says the weightiest reason in a few words, for the list.
	 * @param deletability a decision
	 * @return the reason, empty if nothing speaks against the deletion
	 */
	public String brief(Deletability deletability) {
		return deletability.refusals().stream().findFirst().map(this::brief).orElse("");
	}

	/**
	 * Says every reason in full.
	 * @param deletability a decision
	 * @return the reasons, none if nothing speaks against the deletion
	 */
	public List<String> full(Deletability deletability) {
		return deletability.refusals().stream().map(this::full).toList();
	}

	/**
	 * Names a status.
	 * @param status the status
	 * @return its name, with its number if nobody knows it
	 */
	public String status(CertificateStatus status) {
		return status.isKnown() ? text("status." + status.code())
				: text("status.unknown", String.valueOf(status.code()));
	}

	private String brief(Refusal refusal) {
		if (refusal instanceof Refusal.Bound bound) {
			return text("refusal.bound.brief", counts(bound.bindings()));
		}
		if (refusal instanceof Refusal.UsageUnknown unknown) {
			return text("refusal.usage-unknown.brief", kinds(unknown.causes().keySet()));
		}
		if (refusal instanceof Refusal.UsageUnconfirmed unconfirmed) {
			return text("refusal.usage-unconfirmed.brief", lastKnown(unconfirmed));
		}
		if (refusal instanceof Refusal.AppliedWithinHour applied) {
			return text("refusal.applied-within-hour.brief", this.times.minuteOfDay(applied.deletableFrom()));
		}
		if (refusal instanceof Refusal.StatusNotDeletable status) {
			return text("refusal.status-not-deletable.brief." + key(status.plan()));
		}
		return full(refusal);
	}

	private String full(Refusal refusal) {
		if (refusal instanceof Refusal.Bound bound) {
			boolean named = bound.bindings().stream().anyMatch(Binding::isNamed);
			return named ? text("refusal.bound", counts(bound.bindings()), resources(bound.bindings()))
					: text("refusal.bound.unnamed", counts(bound.bindings()));
		}
		if (refusal instanceof Refusal.UsageUnknown unknown) {
			return caused(text("refusal.usage-unknown", kinds(unknown.causes().keySet()),
					this.times.secondOfDay(unknown.asOf())), unknown.causes());
		}
		if (refusal instanceof Refusal.UsageUnconfirmed unconfirmed) {
			return caused(
					text("refusal.usage-unconfirmed", lastKnown(unconfirmed), kinds(unconfirmed.causes().keySet())),
					unconfirmed.causes());
		}
		if (refusal instanceof Refusal.AppliedWithinHour applied) {
			return text("refusal.applied-within-hour", this.times.minuteOfDay(applied.deletableFrom()));
		}
		if (refusal instanceof Refusal.StatusNotDeletable status) {
			return text("refusal.status-not-deletable." + key(status.plan()), status(status.status()));
		}
		if (refusal instanceof Refusal.StatusUnknown status) {
			return text("refusal.status-unknown", status(status.status()));
		}
		return text("refusal.application-time-unknown");
	}

	private String caused(String reason, Map<BindingKind, String> causes) {
		String words = causes.values()
			.stream()
			.distinct()
			.filter((cause) -> !cause.isBlank())
			.map((cause) -> cause.endsWith(".") ? cause.substring(0, cause.length() - 1) : cause)
			.collect(Collectors.joining("; "));
		return words.isEmpty() ? reason : text("refusal.usage.cause", reason, words);
	}

	private String lastKnown(Refusal.UsageUnconfirmed refusal) {
		return String.join("; ", unconfirmed(refusal.lastKnown(), refusal.asOf()));
	}

	/**
	 * Counts the resources that used a certificate when they were last known, as short as
	 * can be.
	 * @param lastKnown the resources by kind
	 * @param asOf when they were asked in vain; what was known on an earlier day is told
	 * with its date
	 * @return a text for each kind, such as
	 * {@code CDN 2, as of 12:00 +08:00, unconfirmed}
	 */
	List<String> unconfirmed(Map<BindingKind, Usage.LastKnown> lastKnown, Instant asOf) {
		return lastKnown.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((kind) -> text("usage.unconfirmed", text("kind." + key(kind.getKey())), kind.getValue().count(),
					this.times.minute(kind.getValue().asOf(), asOf)))
			.toList();
	}

	/**
	 * Counts the resources that use a certificate, as short as can be.
	 * @param usage the usage
	 * @return a text for each kind that occurs, such as {@code CLB 2}
	 */
	List<String> chips(Usage usage) {
		return Arrays.stream(BindingKind.values())
			.filter((kind) -> usage.count(kind) > 0)
			.map((kind) -> text("kind." + key(kind)) + " " + usage.count(kind))
			.toList();
	}

	private String counts(List<Binding> bindings) {
		List<String> counts = Arrays.stream(BindingKind.values())
			.filter((kind) -> bindings.stream().anyMatch((binding) -> binding.kind() == kind))
			.map((kind) -> text("binding.count." + key(kind),
					Binding.count(bindings.stream().filter((binding) -> binding.kind() == kind).toList())))
			.toList();
		return join(counts);
	}

	private String resources(List<Binding> bindings) {
		List<Binding> named = bindings.stream().filter(Binding::isNamed).limit(MOST_NAMED).toList();
		int more = Binding.count(bindings) - named.size();
		String names = named.stream().map(RefusalTexts::resource).collect(Collectors.joining(", "));
		return (more <= 0) ? names : text("binding.more", names, more);
	}

	private static String resource(Binding binding) {
		String remark = Stream
			.concat(Stream.of(binding.resourceName(), binding.region()),
					binding.listeners().stream().limit(MOST_NAMED).map(RefusalTexts::listener))
			.filter((part) -> !part.isBlank() && !part.equals(binding.resourceId()))
			.collect(Collectors.joining(", "));
		return remark.isEmpty() ? binding.resourceId() : binding.resourceId() + " (" + remark + ")";
	}

	private static String listener(Binding.Listener listener) {
		return (listener.port() > 0) ? listener.id() + ":" + listener.port() : listener.id();
	}

	/**
	 * Names kinds of resources, of many only the first.
	 * @param kinds the kinds
	 * @return their names
	 */
	public String kinds(Collection<BindingKind> kinds) {
		List<String> names = kinds.stream().sorted().map((kind) -> text("kind." + key(kind))).toList();
		if (names.size() <= MOST_KINDS) {
			return join(names);
		}
		int named = MOST_KINDS - 2;
		return text("kind.more", String.join(", ", names.subList(0, named)), names.size() - named);
	}

	private String join(List<String> parts) {
		if (parts.size() < 2) {
			return String.join("", parts);
		}
		int last = parts.size() - 1;
		return text("list.and", String.join(", ", parts.subList(0, last)), parts.get(last));
	}

	private static String key(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
