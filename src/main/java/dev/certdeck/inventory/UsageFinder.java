package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * Asks every source which resources use certificates. The kinds of a source that fails
 * are unknown.
 */
class UsageFinder {

	private static final Log logger = LogFactory.getLog(UsageFinder.class);

	/**
	 * The closer searches in one search for many; each may read all load balancers.
	 */
	private static final int MOST_CONFIRMED = 10;

	private static final String NOT_CONFIRMED = "the listeners are searched later";

	private final List<BindingSource> sources;

	private final Clock clock;

	/**
	 * Creates the finder.
	 * @param sources the sources to ask
	 * @param clock the clock
	 */
	UsageFinder(List<BindingSource> sources, Clock clock) {
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
	 * Returns the kinds that are searched less closely before a deletion than they could
	 * be, because that is switched off.
	 * @return the kinds
	 */
	Set<ResourceType> shallowKinds() {
		Set<ResourceType> kinds = EnumSet.noneOf(ResourceType.class);
		this.sources.forEach((source) -> kinds.addAll(source.shallowKinds()));
		return kinds;
	}

	/**
	 * Returns how long a search waits at most for the cloud.
	 * @return the limit of the slowest source, zero if the cloud answers at once
	 */
	Duration longestWait() {
		return this.sources.stream()
			.map(BindingSource::longestWait)
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
	}

	/**
	 * Asks all sources about many certificates; resources may be counted without names. A
	 * cached answer does not prove that a product stopped using a certificate: the first
	 * time it says so, the cloud is asked to search anew.
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
		certificates.forEach((id) -> usages.put(id, UsageMerge.merge(of(answers, id), before.apply(id), now)));
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
			dropped.forEach((id) -> usages.put(id, UsageMerge.merge(of(answers, id), before.apply(id), now)));
			usages.putAll(confirmed(dropped, usages, before));
		}
		usages.replaceAll((id, usage) -> UsageMerge.keeping(before.apply(id), usage));
		return new UsageSurvey(usages, UsageMerge.uncovered(kinds(), answers.values()));
	}

	/**
	 * Looks more closely at certificates that listeners used and the cloud's own search
	 * does not find, since it may pass over listeners: at a few of them. The use by the
	 * others is not known.
	 * @param dropped the certificates that are not in use any more as far as was found
	 * @param usages their usage as it was found
	 * @param before gives the usage as it was known before
	 * @return the usage of those that listeners used
	 */
	private Map<CertificateId, Usage> confirmed(List<CertificateId> dropped, Map<CertificateId, Usage> usages,
			Function<CertificateId, @Nullable Usage> before) {
		Map<CertificateId, Usage> confirmed = new HashMap<>();
		for (CertificateId id : dropped) {
			Usage last = before.apply(id);
			Usage found = Objects.requireNonNull(usages.get(id));
			if (last != null && found.isDropOf(last) && last.bindings().stream().anyMatch(this::mayBePassedOver)) {
				confirmed.put(id, (confirmed.size() < MOST_CONFIRMED) ? find(id, Look.THOROUGH, last)
						: UsageMerge.keeping(last, UsageMerge.doubting(found, last, NOT_CONFIRMED)));
			}
		}
		return confirmed;
	}

	private boolean mayBePassedOver(Binding binding) {
		return !binding.listeners().isEmpty() && this.sources.stream()
			.anyMatch((source) -> source.isCached() && source.kinds().contains(binding.kind()));
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
		return UsageMerge.keeping(before, UsageMerge.merge(of(answers, id), before, now));
	}

	/**
	 * Names the resources of a usage that are only counted, from the cloud's cache. A
	 * count is never replaced by fewer names.
	 * @param id the certificate
	 * @param usage its usage
	 * @return the usage with the names that the sources found
	 */
	Usage named(CertificateId id, Usage usage) {
		Set<ResourceType> counted = EnumSet.noneOf(ResourceType.class);
		usage.bindings().stream().filter((binding) -> !binding.isNamed()).forEach((some) -> counted.add(some.kind()));
		List<Binding> bindings = new ArrayList<>(usage.bindings());
		for (BindingSource source : this.sources) {
			if (!Collections.disjoint(source.kinds(), counted)) {
				asked(source, List.of(id), () -> Map.of(id, source.find(id, Look.REMEMBERED))).values()
					.forEach((found) -> UsageMerge.name(usage, found, counted, bindings));
			}
		}
		return new Usage(bindings, usage.unknown(), usage.unconfirmed(), usage.asOf());
	}

	private static Map<BindingSource, Bindings> of(Map<BindingSource, Map<CertificateId, Bindings>> answers,
			CertificateId id) {
		Map<BindingSource, Bindings> found = new LinkedHashMap<>();
		answers.forEach((source, answer) -> found.put(source, Objects.requireNonNullElseGet(answer.get(id),
				() -> Bindings.unknown(source.kinds(), BindingSource.LEFT_OUT))));
		return found;
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

}
