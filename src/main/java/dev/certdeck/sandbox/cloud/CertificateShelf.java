package dev.certdeck.sandbox.cloud;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The certificates of the account, latest application first. Readers see a consistent
 * list during writes.
 */
class CertificateShelf {

	private final Map<String, HeldCertificate> byId;

	private volatile List<HeldCertificate> latestFirst;

	CertificateShelf(List<HeldCertificate> certificates) {
		this.byId = certificates.stream()
			.collect(Collectors.toMap(HeldCertificate::id, Function.identity(), (one, other) -> one,
					ConcurrentHashMap::new));
		this.latestFirst = certificates.stream()
			.sorted(Comparator.comparing(HeldCertificate::appliedAt).reversed())
			.toList();
	}

	@Nullable HeldCertificate find(String id) {
		return this.byId.get(id);
	}

	Stream<HeldCertificate> all() {
		return this.latestFirst.stream();
	}

	CertificatePage page(Predicate<HeldCertificate> query, @Nullable Comparator<HeldCertificate> order, long offset,
			int limit) {
		List<HeldCertificate> certificates = matching(query, order);
		int from = (int) Math.min(offset, certificates.size());
		int to = Math.min(from + limit, certificates.size());
		return new CertificatePage(certificates.size(), certificates.subList(from, to));
	}

	private List<HeldCertificate> matching(Predicate<HeldCertificate> query,
			@Nullable Comparator<HeldCertificate> order) {
		if (query.equals(CertificateQuery.ALL) && order == null) {
			return this.latestFirst;
		}
		Stream<HeldCertificate> matching = this.latestFirst.stream().filter(query);
		return ((order != null) ? matching.sorted(order) : matching).toList();
	}

	synchronized void add(HeldCertificate certificate) {
		List<HeldCertificate> certificates = new ArrayList<>(this.latestFirst.size() + 1);
		certificates.add(certificate);
		certificates.addAll(this.latestFirst);
		this.byId.put(certificate.id(), certificate);
		this.latestFirst = certificates;
	}

	synchronized void remove(HeldCertificate certificate) {
		List<HeldCertificate> certificates = new ArrayList<>(this.latestFirst);
		certificates.remove(certificate);
		this.byId.remove(certificate.id());
		this.latestFirst = certificates;
	}

}
