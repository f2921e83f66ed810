package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Asks every source which resources use certificates; the kinds of a source that fails
 * are not known.
 */
class UsageLookup {

	private static final Log logger = LogFactory.getLog(UsageLookup.class);

	private final List<BindingSource> sources;

	private final Clock clock;

	/**
	 * Creates the lookup.
	 * @param sources the sources to ask
	 * @param clock tells when they were asked
	 */
	UsageLookup(List<BindingSource> sources, Clock clock) {
		this.sources = List.copyOf(sources);
		this.clock = clock;
	}

	/**
	 * Returns the kinds that are asked for.
	 * @return the kinds that the sources cover
	 */
	Set<ResourceType> kinds() {
		Set<ResourceType> kinds = EnumSet.noneOf(ResourceType.class);
		this.sources.forEach((source) -> kinds.addAll(source.kinds()));
		return kinds;
	}

	/**
	 * Returns the kinds that the rule of deletion names and no source covers.
	 * @return the kinds
	 */
	Set<ResourceType> uncheckedKinds() {
		Set<ResourceType> kinds = ResourceType.blockingDeletion();
		kinds.removeAll(kinds());
		return kinds;
	}

	/**
	 * Returns the kinds that are looked at less closely before a deletion than they could
	 * be, because that is switched off.
	 * @return the kinds
	 */
	Set<ResourceType> shallowKinds() {
		Set<ResourceType> kinds = EnumSet.noneOf(ResourceType.class);
		this.sources.forEach((source) -> kinds.addAll(source.shallowKinds()));
		return kinds;
	}

	/**
	 * Returns how long a look waits at most for the cloud.
	 * @return the limit of the slowest source, zero if the cloud answers at once
	 */
	Duration longestWait() {
		return this.sources.stream()
			.map(BindingSource::longestWait)
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
	}

	/**
	 * Asks all sources about many certificates; resources may be counted without names.
	 * What the cloud remembers does not show that a product stopped using a certificate:
	 * the first time it says so, it is asked to look itself.
	 * @param certificates the certificates to ask for
	 * @param before gives the usage of a certificate as it was known before, or
	 * {@code null}
	 * @return the usage of each of them
	 */
	UsageSurvey findAll(Collection<CertificateId> certificates, Function<CertificateId, @Nullable Usage> before) {
		Instant now = this.clock.instant();
		Map<BindingSource, Map<CertificateId, Bindings>> answers = new LinkedHashMap<>();
		this.sources.forEach((source) -> answers.put(source,
				asked(source, certificates, () -> source.findAll(certificates, false))));
		Map<CertificateId, Usage> usages = new LinkedHashMap<>();
		certificates.forEach((id) -> usages.put(id, merged(id, before.apply(id), answers, now)));
		List<CertificateId> dropped = usages.entrySet()
			.stream()
			.filter((usage) -> usage.getValue().isDropOf(before.apply(usage.getKey())))
			.map(Map.Entry::getKey)
			.toList();
		if (!dropped.isEmpty()) {
			this.sources.stream()
				.filter(BindingSource::isCached)
				.forEach((source) -> answers.merge(source, asked(source, dropped, () -> source.findAll(dropped, true)),
						(remembered, fresh) -> {
							Map<CertificateId, Bindings> all = new HashMap<>(remembered);
							all.putAll(fresh);
							return all;
						}));
			dropped.forEach((id) -> usages.put(id, merged(id, before.apply(id), answers, now)));
		}
		usages.replaceAll((id, usage) -> keeping(before.apply(id), usage));
		return new UsageSurvey(usages, uncovered(answers.values()));
	}

	private static Set<ResourceType> silent(BindingSource source, Bindings found, @Nullable Usage before) {
		Set<ResourceType> kinds = (before != null) ? before.usedKinds() : EnumSet.noneOf(ResourceType.class);
		kinds.retainAll(source.kinds());
		kinds.removeAll(found.asked());
		kinds.removeAll(found.unknown().keySet());
		return kinds;
	}

	private static Usage keeping(@Nullable Usage before, Usage usage) {
		return (before != null) ? usage.keeping(before) : usage;
	}

	/**
	 * Tells of which kinds no answer says anything. Products that Certdeck does not know
	 * by name are not missed.
	 * @param answers the answers
	 * @return the kinds
	 */
	private Set<ResourceType> uncovered(Collection<Map<CertificateId, Bindings>> answers) {
		if (answers.stream().allMatch(Map::isEmpty)) {
			return Set.of();
		}
		Set<ResourceType> uncovered = kinds();
		uncovered.remove(ResourceType.OTHER);
		answers.stream().flatMap((answer) -> answer.values().stream()).forEach((found) -> {
			uncovered.removeAll(found.asked());
			uncovered.removeAll(found.unknown().keySet());
		});
		return uncovered;
	}

	/**
	 * Asks all sources about one certificate, with the names of its resources.
	 * @param id the certificate to ask for
	 * @param look how closely to look
	 * @param before its usage as it was known before, or {@code null}
	 * @return its usage
	 */
	Usage find(CertificateId id, Look look, @Nullable Usage before) {
		Instant now = this.clock.instant();
		Map<BindingSource, Map<CertificateId, Bindings>> answers = new LinkedHashMap<>();
		this.sources.forEach(
				(source) -> answers.put(source, asked(source, List.of(id), () -> Map.of(id, source.find(id, look)))));
		return keeping(before, merged(id, before, answers, now));
	}

	/**
	 * Names the resources of a usage that are only counted, from what the cloud
	 * remembers. A count is never taken back by fewer names.
	 * @param id the certificate
	 * @param usage its usage
	 * @return the usage with what the sources of those resources found
	 */
	Usage named(CertificateId id, Usage usage) {
		Set<ResourceType> counted = EnumSet.noneOf(ResourceType.class);
		usage.bindings().stream().filter((binding) -> !binding.isNamed()).forEach((some) -> counted.add(some.kind()));
		List<Binding> bindings = new ArrayList<>(usage.bindings());
		for (BindingSource source : this.sources) {
			if (!Collections.disjoint(source.kinds(), counted)) {
				asked(source, List.of(id), () -> Map.of(id, source.find(id, Look.REMEMBERED))).values()
					.forEach((found) -> name(usage, found, counted, bindings));
			}
		}
		return new Usage(bindings, usage.unknown(), usage.unconfirmed(), usage.asOf());
	}

	private static void name(Usage usage, Bindings found, Set<ResourceType> counted, List<Binding> bindings) {
		for (ResourceType kind : counted) {
			List<Binding> named = found.bindings().stream().filter((binding) -> binding.kind() == kind).toList();
			if (Binding.count(named) >= usage.count(kind)) {
				bindings.removeIf((binding) -> binding.kind() == kind);
				bindings.addAll(named);
			}
		}
	}

	private static Map<CertificateId, Bindings> asked(BindingSource source, Collection<CertificateId> certificates,
			Supplier<Map<CertificateId, Bindings>> answer) {
		try {
			return answer.get();
		}
		catch (RuntimeException ex) {
			String cause = RefreshStatus.words(ex);
			logger.warn("Usage not known for " + source.kinds() + ": " + cause,
					(ex instanceof CloudException) ? null : ex);
			Bindings nothing = Bindings.unknown(source.kinds(), cause);
			return certificates.stream().distinct().collect(Collectors.toMap((id) -> id, (id) -> nothing));
		}
	}

	/**
	 * Merges what the sources found; the usage is as old as the oldest of it. A kind that
	 * was in use before and of which a source says nothing now is not known.
	 * @param id the certificate
	 * @param before its usage as it was known before, or {@code null}
	 * @param answers the answer of each source
	 * @param now when they were asked
	 * @return the usage
	 */
	private static Usage merged(CertificateId id, @Nullable Usage before,
			Map<BindingSource, Map<CertificateId, Bindings>> answers, Instant now) {
		List<Binding> bindings = new ArrayList<>();
		Map<ResourceType, String> unknown = new EnumMap<>(ResourceType.class);
		Instant asOf = now;
		for (Map.Entry<BindingSource, Map<CertificateId, Bindings>> answer : answers.entrySet()) {
			Bindings found = answer.getValue().get(id);
			if (found == null) {
				found = Bindings.unknown(answer.getKey().kinds(), BindingSource.LEFT_OUT);
			}
			bindings.addAll(found.bindings());
			unknown.putAll(found.unknown());
			silent(answer.getKey(), found, before).forEach((kind) -> unknown.put(kind, BindingSource.LEFT_OUT));
			asOf = (found.asOf() != null && found.asOf().isBefore(asOf)) ? found.asOf() : asOf;
		}
		return new Usage(bindings, unknown, asOf);
	}

}
