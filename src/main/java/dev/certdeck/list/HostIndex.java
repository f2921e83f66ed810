package dev.certdeck.list;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the certificates that may cover a host by their names. Names that a certificate
 * no longer has may stay, so what is found must be tested.
 */
final class HostIndex {

	private final Map<String, Set<CertificateId>> ids = new ConcurrentHashMap<>();

	/**
	 * Adds the names of certificates.
	 * @param entries the certificates
	 */
	void add(Collection<IndexedEntry> entries) {
		for (IndexedEntry indexed : entries) {
			CertificateId id = indexed.entry().id();
			indexed.entry()
				.certificate()
				.names()
				.forEach((name) -> this.ids.compute(name.key(), (key, known) -> with(known, id)));
		}
	}

	private static Set<CertificateId> with(@Nullable Set<CertificateId> known, CertificateId id) {
		if (known == null) {
			return Set.of(id);
		}
		if (known.size() > 1) {
			known.add(id);
			return known;
		}
		Set<CertificateId> both = ConcurrentHashMap.newKeySet();
		both.addAll(known);
		both.add(id);
		return (both.size() > 1) ? both : known;
	}

	/**
	 * Finds the certificates that may cover a host.
	 * @param host the host
	 * @return their ids
	 */
	Stream<CertificateId> find(DomainName host) {
		return host.coveringKeys().map((key) -> this.ids.getOrDefault(key, Set.of())).flatMap(Set::stream);
	}

}
