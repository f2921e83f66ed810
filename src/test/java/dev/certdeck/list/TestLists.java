package dev.certdeck.list;

import java.util.List;

import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.inventory.Snapshot;

/**
 * What queries find in snapshots.
 */
final class TestLists {

	static final DeletionPolicy POLICY = new DeletionPolicy(false);

	private TestLists() {
	}

	static CertificateIndex index(Snapshot snapshot) {
		return CertificateIndex.of(snapshot, POLICY);
	}

	static ResultPage apply(String queryString, Snapshot snapshot) {
		return apply(queryString, index(snapshot));
	}

	static ResultPage apply(String queryString, CertificateIndex index) {
		return CertificateQuery.parse(queryString).apply(index, TestCertificates.NOW);
	}

	static List<String> found(Snapshot snapshot, String queryString) {
		return found(apply(queryString, snapshot));
	}

	static List<String> found(ResultPage list) {
		return list.entries().stream().map((entry) -> entry.id().value()).toList();
	}

}
