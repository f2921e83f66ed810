package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource;
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
	 * Asks all sources.
	 * @param certificates the certificates to ask for
	 * @return the usage of each of them
	 */
	Map<CertificateId, Usage> of(Collection<CertificateId> certificates) {
		Map<CertificateId, List<Binding>> bindings = new HashMap<>();
		Map<BindingKind, String> unknown = new EnumMap<>(BindingKind.class);
		Instant asOf = this.clock.instant();
		for (BindingSource source : this.sources) {
			try {
				source.bindings(certificates)
					.forEach((id, found) -> bindings.computeIfAbsent(id, (key) -> new ArrayList<>()).addAll(found));
			}
			catch (RuntimeException ex) {
				String cause = (ex.getMessage() != null) ? ex.getMessage() : ex.toString();
				logger.warn("Usage not known for " + source.kinds() + ": " + cause);
				source.kinds().forEach((kind) -> unknown.put(kind, cause));
			}
		}
		Map<CertificateId, Usage> usages = new HashMap<>();
		certificates.forEach((id) -> usages.put(id, new Usage(bindings.getOrDefault(id, List.of()), unknown, asOf)));
		return usages;
	}

}
