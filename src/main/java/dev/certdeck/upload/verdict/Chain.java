package dev.certdeck.upload.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.upload.pem.Deadline;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.pem.PemKey;
import dev.certdeck.upload.pem.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of an upload, sorted out by who signed whom.
 *
 * @param sent what is sent: the leaf, then each certificate after the one that it signed
 * @param spare the roots, which clients have themselves, and further certificates of
 * issuers that the chain has; they are left out
 * @param foreign the certificates that have no part in the chain
 * @param duplicates the certificates that were given before
 * @param reordered whether the order was another
 * @param falseIssuer the certificate that bears the name of the last one's issuer but did
 * not sign it
 */
record Chain(List<PemCertificate> sent, List<PemCertificate> spare, List<PemCertificate> foreign,
		List<PemCertificate> duplicates, boolean reordered, @Nullable PemCertificate falseIssuer) {

	/**
	 * Sorts the certificates of a server.
	 * @param given at least one certificate
	 * @param keys the private keys, one of which may be the leaf's
	 * @param deadline when to stop
	 * @return the chain
	 * @throws dev.certdeck.upload.pem.OutOfTimeException if that takes too long
	 */
	static Chain of(List<PemCertificate> given, List<PemKey> keys, Deadline deadline) {
		List<PemCertificate> distinct = distinct(given);
		List<PemCertificate> remaining = new ArrayList<>(distinct);
		List<PemCertificate> path = new ArrayList<>();
		Optional<PemCertificate> next = Optional.of(leafOf(distinct, keys));
		while (next.isPresent()) {
			PemCertificate certificate = next.get();
			path.add(certificate);
			remaining.remove(certificate);
			next = issuerOf(certificate, remaining, deadline);
		}
		PemCertificate last = path.get(path.size() - 1);
		PemCertificate falseIssuer = falseIssuer(last, remaining);
		List<PemCertificate> spare = new ArrayList<>();
		if (path.size() > 1 && last.isSelfSigned()) {
			spare.add(path.remove(path.size() - 1));
		}
		remaining.stream().filter(isSpare(path, last, deadline)).forEach(spare::add);
		remaining.removeAll(spare);
		remaining.remove(falseIssuer);
		return new Chain(path, spare, remaining, duplicates(given, distinct),
				!distinct.stream().filter(path::contains).toList().equals(path), falseIssuer);
	}

	/**
	 * Takes authorities as they come, with which a server verifies its clients.
	 * @param given at least one certificate
	 * @return the chain, which holds each of them once
	 */
	static Chain ofAuthorities(List<PemCertificate> given) {
		List<PemCertificate> distinct = distinct(given);
		return new Chain(distinct, List.of(), List.of(), duplicates(given, distinct), false, null);
	}

	private static List<PemCertificate> distinct(List<PemCertificate> given) {
		Set<String> known = new HashSet<>();
		return given.stream().filter((certificate) -> known.add(certificate.sha256())).toList();
	}

	private static List<PemCertificate> duplicates(List<PemCertificate> given, List<PemCertificate> distinct) {
		return given.stream().filter((certificate) -> !distinct.contains(certificate)).toList();
	}

	/**
	 * Finds the leaf: the certificate of a given key, else one that is no authority,
	 * among those whose name is no other's issuer. What was found beside the key counts
	 * only if nothing was given as certificate.
	 * @param certificates the certificates
	 * @param keys the private keys
	 * @return the leaf
	 */
	private static PemCertificate leafOf(List<PemCertificate> certificates, List<PemKey> keys) {
		List<PemCertificate> given = certificates.stream()
			.filter((certificate) -> certificate.origin().slot() == Slot.CHAIN)
			.toList();
		List<PemCertificate> pool = given.isEmpty() ? certificates : given;
		List<PemCertificate> ends = pool.stream()
			.filter((certificate) -> pool.stream()
				.noneMatch((other) -> other != certificate && certificate.isNamedIssuerOf(other)))
			.toList();
		return first(ends, (end) -> isOf(keys, end)).or(() -> first(ends, (end) -> !end.isAuthority()))
			.or(() -> first(ends, (end) -> true))
			.or(() -> first(pool, (certificate) -> isOf(keys, certificate)))
			.orElseGet(() -> pool.get(0));
	}

	private static boolean isOf(List<PemKey> keys, PemCertificate certificate) {
		return keys.stream().anyMatch((key) -> key.publicHalf().isSame(certificate.key()));
	}

	private static Optional<PemCertificate> first(List<PemCertificate> certificates,
			Predicate<PemCertificate> condition) {
		return certificates.stream().filter(condition).findFirst();
	}

	/**
	 * Finds who signed a certificate; of several, one that leads further up.
	 * @param certificate the certificate
	 * @param others the certificates that may have signed it
	 * @param deadline when to stop
	 * @return the issuer, if it is among them
	 */
	private static Optional<PemCertificate> issuerOf(PemCertificate certificate, List<PemCertificate> others,
			Deadline deadline) {
		if (certificate.isSelfSigned()) {
			return Optional.empty();
		}
		List<PemCertificate> issuers = others.stream()
			.peek((other) -> deadline.check())
			.filter((other) -> other.signed(certificate))
			.toList();
		return first(issuers, (issuer) -> !issuer.isSelfIssued()).or(() -> first(issuers, (issuer) -> true));
	}

	private static @Nullable PemCertificate falseIssuer(PemCertificate last, List<PemCertificate> others) {
		return last.isSelfSigned() ? null : first(others, (other) -> other.isNamedIssuerOf(last)).orElse(null);
	}

	/**
	 * Tells which certificates belong to the chain without being needed: others of a name
	 * in it, and a root that may stand above a gap.
	 * @param path the chain
	 * @param last its last certificate
	 * @param deadline when to stop
	 * @return the condition
	 */
	private static Predicate<PemCertificate> isSpare(List<PemCertificate> path, PemCertificate last,
			Deadline deadline) {
		return (other) -> path.stream()
			.peek((certificate) -> deadline.check())
			.anyMatch((certificate) -> other.signed(certificate))
				|| !last.isSelfSigned() && !other.isNamedIssuerOf(last) && other.isSelfSigned() && other.isAuthority();
	}

	/**
	 * Returns the certificate that signed none of the others.
	 * @return the leaf
	 */
	PemCertificate leaf() {
		return this.sent.get(0);
	}

	/**
	 * Returns all certificates.
	 * @return each once
	 */
	Stream<PemCertificate> all() {
		return Stream.of(this.sent, this.spare, this.foreign).flatMap(List::stream);
	}

	/**
	 * Returns the issuer that is missing: a leaf that nobody but itself signed needs an
	 * intermediate, while what signed an intermediate may be a root.
	 * @return the issuer's name, absent if none is missing
	 */
	@Nullable String missingIssuer() {
		boolean lonely = this.sent.size() == 1 && !leaf().isSelfSigned() && this.falseIssuer == null;
		boolean verifiedByRoot = this.spare.stream().anyMatch((root) -> root.signed(leaf()));
		return (lonely && !verifiedByRoot) ? leaf().issuerTitle() : null;
	}

	/**
	 * Writes the chain in normal form.
	 * @return the PEM without blank lines and other text
	 */
	String toPem() {
		return this.sent.stream().map(PemCertificate::toPem).collect(Collectors.joining());
	}

}
