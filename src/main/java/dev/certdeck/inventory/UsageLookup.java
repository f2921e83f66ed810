package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Found;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.Usage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Asks every source which resources use certificates; the kinds of a source that fails
 * are not known.
 */
class UsageLookup {

	private static final Log logger = LogFactory.getLog(UsageLookup.class);

	private static final Found NOTHING = Found.of(List.of());

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
	Set<BindingKind> kinds() {
		Set<BindingKind> kinds = EnumSet.noneOf(BindingKind.class);
		this.sources.forEach((source) -> kinds.addAll(source.kinds()));
		return kinds;
	}

	/**
	 * Returns the kinds that the rule of deletion names and no source covers.
	 * @return the kinds
	 */
	Set<BindingKind> uncheckedKinds() {
		Set<BindingKind> kinds = BindingKind.ruled();
		kinds.removeAll(kinds());
		return kinds;
	}

	/**
	 * Asks all sources about many certificates; resources may be counted without names.
	 * @param certificates the certificates to ask for
	 * @return the usage of each of them
	 */
	Map<CertificateId, Usage> survey(Collection<CertificateId> certificates) {
		Instant now = this.clock.instant();
		List<Map<CertificateId, Found>> answers = this.sources.stream()
			.map((source) -> asked(source, certificates, () -> source.survey(certificates)))
			.toList();
		Map<CertificateId, Usage> usages = new HashMap<>();
		certificates.forEach((id) -> usages.put(id, merged(id, answers, now)));
		return usages;
	}

	/**
	 * Asks all sources about one certificate, with the names of its resources.
	 * @param id the certificate to ask for
	 * @param fresh whether the cloud must look itself, and not remember
	 * @return its usage
	 */
	Usage inspect(CertificateId id, boolean fresh) {
		Instant now = this.clock.instant();
		List<Map<CertificateId, Found>> answers = this.sources.stream()
			.map((source) -> asked(source, List.of(id), () -> Map.of(id, source.inspect(id, fresh))))
			.toList();
		return merged(id, answers, now);
	}

	/**
	 * Names the resources of a usage that are only counted, from what the cloud
	 * remembers.
	 * @param id the certificate
	 * @param usage its usage
	 * @return the usage with what the sources of those resources found
	 */
	Usage named(CertificateId id, Usage usage) {
		Set<BindingKind> counted = EnumSet.noneOf(BindingKind.class);
		usage.bindings().stream().filter((binding) -> !binding.isNamed()).forEach((some) -> counted.add(some.kind()));
		List<Binding> bindings = new ArrayList<>(usage.bindings());
		Map<BindingKind, String> unknown = new EnumMap<>(BindingKind.class);
		unknown.putAll(usage.unknown());
		for (BindingSource source : this.sources) {
			if (!Collections.disjoint(source.kinds(), counted)) {
				Found found = asked(source, List.of(id), () -> Map.of(id, source.inspect(id, false))).get(id);
				boolean told = Collections.disjoint(found.unknown().keySet(), counted);
				bindings.removeIf((binding) -> told && source.kinds().contains(binding.kind()));
				bindings.addAll(told ? found.bindings() : List.of());
			}
		}
		return new Usage(bindings, unknown, usage.asOf());
	}

	private static Map<CertificateId, Found> asked(BindingSource source, Collection<CertificateId> certificates,
			Supplier<Map<CertificateId, Found>> answer) {
		try {
			return answer.get();
		}
		catch (RuntimeException ex) {
			String cause = (ex.getMessage() != null) ? ex.getMessage() : ex.toString();
			logger.warn("Usage not known for " + source.kinds() + ": " + cause);
			Map<BindingKind, String> unknown = new EnumMap<>(BindingKind.class);
			source.kinds().forEach((kind) -> unknown.put(kind, cause));
			Found nothing = new Found(List.of(), unknown, null);
			return certificates.stream().distinct().collect(Collectors.toMap((id) -> id, (id) -> nothing));
		}
	}

	/**
	 * Merges what the sources found; the usage is as old as the oldest of it.
	 * @param id the certificate
	 * @param answers the answer of each source
	 * @param now when they were asked
	 * @return the usage
	 */
	private static Usage merged(CertificateId id, List<Map<CertificateId, Found>> answers, Instant now) {
		List<Binding> bindings = new ArrayList<>();
		Map<BindingKind, String> unknown = new EnumMap<>(BindingKind.class);
		Instant asOf = now;
		for (Map<CertificateId, Found> answer : answers) {
			Found found = answer.getOrDefault(id, NOTHING);
			bindings.addAll(found.bindings());
			unknown.putAll(found.unknown());
			asOf = (found.asOf() != null && found.asOf().isBefore(asOf)) ? found.asOf() : asOf;
		}
		return new Usage(bindings, unknown, asOf);
	}

}
