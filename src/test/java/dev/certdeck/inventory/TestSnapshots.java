package dev.certdeck.inventory;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;

/**
 * Snapshots for tests, and what queries find in them.
 */
final class TestSnapshots {

	static final DeletionPolicy POLICY = new DeletionPolicy(false);

	private TestSnapshots() {
	}

	static Entry entry(TestCertificates.Builder certificate) {
		return entry(certificate, TestCertificates.usedBy());
	}

	static Entry entry(TestCertificates.Builder certificate, Usage usage) {
		Certificate built = certificate.build();
		return new Entry(built, usage);
	}

	static Snapshot of(Entry... entries) {
		return new Snapshot(List.of(entries), TestCertificates.NOW, true, Set.of());
	}

	static Snapshot numbered(int count) {
		return of(Stream.iterate(0, (number) -> number + 1)
			.limit(count)
			.map((number) -> entry(TestCertificates.certificate("id-%05d".formatted(number))))
			.toArray(Entry[]::new));
	}

	static List<String> found(Snapshot snapshot, String queryString) {
		return found(CertificateQuery.parse(queryString).apply(snapshot, POLICY, TestCertificates.NOW));
	}

	static List<String> found(CertificateList list) {
		return list.entries().stream().map((entry) -> entry.id().value()).toList();
	}

}
