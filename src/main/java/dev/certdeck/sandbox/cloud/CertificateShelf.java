package dev.certdeck.sandbox.cloud;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The certificates of the account, the one applied for last first; a reader sees one
 * consistent list while others write.
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

	CertificatePage page(CertificateQuery query, long offset, int limit) {
		List<HeldCertificate> certificates = matching(query);
		int from = (int) Math.min(offset, certificates.size());
		int to = Math.min(from + limit, certificates.size());
		return new CertificatePage(certificates.size(), certificates.subList(from, to));
	}

	private List<HeldCertificate> matching(CertificateQuery query) {
		if (query.equals(CertificateQuery.ALL)) {
			return this.latestFirst;
		}
		return this.latestFirst.stream().filter(query).toList();
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
