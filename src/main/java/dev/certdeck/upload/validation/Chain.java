package dev.certdeck.upload.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.pki.Deadline;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.ParsedKey;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of an upload, ordered by issuer.
 *
 * @param sent the certificates to send: the leaf, then each issuer after the certificate
 * that it signed
 * @param spare the certificates that are left out: roots, which clients have already, and
 * second certificates of an issuer in the chain
 * @param foreign the certificates that do not belong to the chain
 * @param duplicates the certificates that repeat an earlier one
 * @param reordered whether they were given in another order
 * @param falseIssuer a certificate that has the name of the last one's issuer but did not
 * sign it
 */
record Chain(List<ParsedCertificate> sent, List<ParsedCertificate> spare, List<ParsedCertificate> foreign,
		List<ParsedCertificate> duplicates, boolean reordered, @Nullable ParsedCertificate falseIssuer) {

	/**
	 * Orders the certificates of a server.
	 * @param given at least one certificate
	 * @param keys the private keys, one of which may be the leaf's
	 * @param deadline when to stop
	 * @return the chain
	 * @throws dev.certdeck.pki.OutOfTimeException if that takes too long
	 */
	static Chain of(List<ParsedCertificate> given, List<ParsedKey> keys, Deadline deadline) {
		List<ParsedCertificate> distinct = distinct(given);
		List<ParsedCertificate> remaining = new ArrayList<>(distinct);
		List<ParsedCertificate> path = new ArrayList<>();
		Optional<ParsedCertificate> next = Optional.of(leafOf(distinct, keys));
		while (next.isPresent()) {
			ParsedCertificate certificate = next.get();
			path.add(certificate);
			remaining.remove(certificate);
			next = issuerOf(certificate, remaining, deadline);
		}
		ParsedCertificate last = path.get(path.size() - 1);
		ParsedCertificate falseIssuer = falseIssuer(last, remaining);
		List<ParsedCertificate> spare = new ArrayList<>();
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
	 * Keeps the order of CA certificates, with which a server verifies its clients.
	 * @param given at least one certificate
	 * @return the chain, which holds each of them once
	 */
	static Chain ofAuthorities(List<ParsedCertificate> given) {
		List<ParsedCertificate> distinct = distinct(given);
		return new Chain(distinct, List.of(), List.of(), duplicates(given, distinct), false, null);
	}

	private static List<ParsedCertificate> distinct(List<ParsedCertificate> given) {
		Set<String> known = new HashSet<>();
		return given.stream().filter((certificate) -> known.add(certificate.sha256())).toList();
	}

	private static List<ParsedCertificate> duplicates(List<ParsedCertificate> given, List<ParsedCertificate> distinct) {
		return given.stream().filter((certificate) -> !distinct.contains(certificate)).toList();
	}

	/**
	 * Finds the leaf among the certificates that are not named as an issuer: the one of a
	 * given key, else one that is no CA. Certificates from the field for the key count
	 * only if there are no others.
	 * @param certificates the certificates
	 * @param keys the private keys
	 * @return the leaf
	 */
	private static ParsedCertificate leafOf(List<ParsedCertificate> certificates, List<ParsedKey> keys) {
		List<ParsedCertificate> given = certificates.stream()
			.filter((certificate) -> certificate.place().field() == Field.CHAIN)
			.toList();
		List<ParsedCertificate> pool = given.isEmpty() ? certificates : given;
		List<ParsedCertificate> ends = pool.stream()
			.filter((certificate) -> pool.stream()
				.noneMatch((other) -> other != certificate && certificate.isNamedIssuerOf(other)))
			.toList();
		return first(ends, (end) -> isOf(keys, end)).or(() -> first(ends, (end) -> !end.isAuthority()))
			.or(() -> first(ends, (end) -> true))
			.or(() -> first(pool, (certificate) -> isOf(keys, certificate)))
			.orElseGet(() -> pool.get(0));
	}

	private static boolean isOf(List<ParsedKey> keys, ParsedCertificate certificate) {
		return keys.stream().anyMatch((key) -> key.publicKey().isSame(certificate.key()));
	}

	private static Optional<ParsedCertificate> first(List<ParsedCertificate> certificates,
			Predicate<ParsedCertificate> condition) {
		return certificates.stream().filter(condition).findFirst();
	}

	/**
	 * Finds the issuer of a certificate; of several, one that has an issuer itself.
	 * @param certificate the certificate
	 * @param others the certificates that may have signed it
	 * @param deadline when to stop
	 * @return the issuer, if it is among them
	 */
	private static Optional<ParsedCertificate> issuerOf(ParsedCertificate certificate, List<ParsedCertificate> others,
			Deadline deadline) {
		if (certificate.isSelfSigned()) {
			return Optional.empty();
		}
		List<ParsedCertificate> issuers = others.stream()
			.peek((other) -> deadline.check())
			.filter((other) -> other.signed(certificate))
			.toList();
		return first(issuers, (issuer) -> !issuer.isSelfIssued()).or(() -> first(issuers, (issuer) -> true));
	}

	private static @Nullable ParsedCertificate falseIssuer(ParsedCertificate last, List<ParsedCertificate> others) {
		return last.isSelfSigned() ? null : first(others, (other) -> other.isNamedIssuerOf(last)).orElse(null);
	}

	/**
	 * Tells which certificates are related to the chain but not needed: those that signed
	 * one in it, and a root that may be above a missing intermediate.
	 * @param path the chain
	 * @param last its last certificate
	 * @param deadline when to stop
	 * @return the condition
	 */
	private static Predicate<ParsedCertificate> isSpare(List<ParsedCertificate> path, ParsedCertificate last,
			Deadline deadline) {
		return (other) -> path.stream()
			.peek((certificate) -> deadline.check())
			.anyMatch((certificate) -> other.signed(certificate))
				|| !last.isSelfSigned() && !other.isNamedIssuerOf(last) && other.isSelfSigned() && other.isAuthority();
	}

	ParsedCertificate leaf() {
		return this.sent.get(0);
	}

	Stream<ParsedCertificate> all() {
		return Stream.of(this.sent, this.spare, this.foreign).flatMap(List::stream);
	}

	/**
	 * Returns the missing issuer. Only a leaf without an issuer lacks an intermediate:
	 * the issuer of an intermediate may be a root.
	 * @return the issuer's name, absent if none is missing
	 */
	@Nullable String missingIssuer() {
		boolean alone = this.sent.size() == 1 && !leaf().isSelfSigned() && this.falseIssuer == null;
		boolean verifiedByRoot = this.spare.stream().anyMatch((root) -> root.signed(leaf()));
		return (alone && !verifiedByRoot) ? leaf().issuerTitle() : null;
	}

	String toPem() {
		return this.sent.stream().map(ParsedCertificate::toPem).collect(Collectors.joining());
	}

}
