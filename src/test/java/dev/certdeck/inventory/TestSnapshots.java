package dev.certdeck.inventory;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;

/**
 * Snapshots for tests, also of other rooms.
 */
public final class TestSnapshots {

	private TestSnapshots() {
	}

	/**
	 * Makes an entry that nothing uses.
	 * @param certificate the certificate
	 * @return the entry
	 */
	public static Entry entry(TestCertificates.Builder certificate) {
		return entry(certificate, TestCertificates.usedBy());
	}

	/**
	 * Makes an entry.
	 * @param certificate the certificate
	 * @param usage what uses it
	 * @return the entry
	 */
	public static Entry entry(TestCertificates.Builder certificate, Usage usage) {
		Certificate built = certificate.build();
		return new Entry(built, usage);
	}

	/**
	 * Makes a snapshot of the usual present.
	 * @param entries the certificates
	 * @return the snapshot
	 */
	public static Snapshot of(Entry... entries) {
		return new Snapshot(List.of(entries), TestCertificates.NOW, true, Set.of());
	}

	/**
	 * Makes a snapshot of certificates that differ in their ids alone.
	 * @param count how many
	 * @return the snapshot
	 */
	public static Snapshot numbered(int count) {
		return of(Stream.iterate(0, (number) -> number + 1)
			.limit(count)
			.map((number) -> entry(TestCertificates.certificate("id-%05d".formatted(number))))
			.toArray(Entry[]::new));
	}

}
