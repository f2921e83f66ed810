package dev.certdeck.upload.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.pki.Deadline;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.ParsedKey;
import dev.certdeck.pki.key.KeyAlgorithm;
import dev.certdeck.pki.key.Pairing;
import dev.certdeck.pki.key.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * Checks the private key of a server certificate.
 *
 * @param key the leaf's key if it was given, else the first one
 * @param pairing whether it belongs to the leaf
 * @param findings the findings
 */
record KeyRule(@Nullable ParsedKey key, @Nullable Pairing pairing, List<Finding> findings) {

	private static final int SHOWN_DIGITS = 16;

	/**
	 * Checks the keys that were given.
	 * @param chain the chain
	 * @param keys the keys, may be none
	 * @param related the certificates that the account holds for the same names
	 * @param deadline when to stop
	 * @return the result
	 * @throws dev.certdeck.pki.OutOfTimeException if that takes too long
	 */
	static KeyRule check(Chain chain, List<ParsedKey> keys, List<RelatedCertificate> related, Deadline deadline) {
		List<Finding> findings = new ArrayList<>();
		ParsedCertificate leaf = chain.leaf();
		KeyAlgorithm algorithm = leaf.key().algorithm();
		if (!AcceptedKeys.table().accepts(algorithm)) {
			findings.add(Finding.of(FindingCode.KEY_NOT_ACCEPTED, leaf.place(), algorithm.name(),
					AcceptedKeys.table().description()));
		}
		if (keys.isEmpty()) {
			return new KeyRule(null, null, findings);
		}
		List<ParsedKey> candidates = candidates(keys);
		Optional<ParsedKey> own = candidates.stream().filter((key) -> key.publicKey().isSame(leaf.key())).findFirst();
		ParsedKey key = own.orElse(candidates.get(0));
		deadline.check();
		Pairing pairing = key.pair(leaf);
		others(keys, key, own.isPresent(), findings);
		pairing(chain, key, pairing, related, findings);
		return new KeyRule(key, pairing, List.copyOf(findings));
	}

	/**
	 * Returns the keys that may be the leaf's: those from the field for the key, else
	 * those that were found beside the certificates.
	 * @param keys all keys
	 * @return at least one
	 */
	private static List<ParsedKey> candidates(List<ParsedKey> keys) {
		List<ParsedKey> given = keys.stream().filter((key) -> key.place().field() == Field.KEY).toList();
		return given.isEmpty() ? keys : given;
	}

	private static void others(List<ParsedKey> keys, ParsedKey key, boolean own, List<Finding> findings) {
		keys.stream()
			.filter((other) -> other != key && !other.publicKey().isSame(key.publicKey()))
			.forEach((other) -> findings.add(Finding.of(own ? FindingCode.OTHER_KEY_LEFT_OUT : FindingCode.SEVERAL_KEYS,
					other.place(), other.publicKey().algorithm().name())));
	}

	private static void pairing(Chain chain, ParsedKey key, Pairing pairing, List<RelatedCertificate> related,
			List<Finding> findings) {
		ParsedCertificate leaf = chain.leaf();
		if (pairing == Pairing.DAMAGED && key.isConsistent()) {
			findings.add(Finding.of(FindingCode.DAMAGED_KEY, key.place()));
		}
		if (pairing == Pairing.DIFFERENT) {
			findings.add(mismatch(chain, key, related));
		}
	}

	/**
	 * Describes the keys of the leaf and of the form, and whose the latter is if that is
	 * known.
	 * @param chain the chain
	 * @param key the key
	 * @param related the held certificates of the same names
	 * @return the problem
	 */
	private static Finding mismatch(Chain chain, ParsedKey key, List<RelatedCertificate> related) {
		PublicKey leaf = chain.leaf().key();
		PublicKey given = key.publicKey();
		Optional<Certificate> held = related.stream()
			.filter((one) -> one.hasKey(given))
			.map(RelatedCertificate::certificate)
			.findFirst();
		Optional<ParsedCertificate> other = chain.all().filter((one) -> given.isSame(one.key())).findFirst();
		FindingCode code = other.isPresent() ? FindingCode.KEY_OF_OTHER
				: (held.isPresent() ? FindingCode.KEY_OF_HELD : FindingCode.KEY_MISMATCH);
		List<Object> arguments = new ArrayList<>(List.of(leaf.algorithm().name(), shown(leaf), given.algorithm().name(),
				shown(given), other.map(ParsedCertificate::title).or(() -> held.map(Certificate::title)).orElse("")));
		held.map(Certificate::id).ifPresent(arguments::add);
		return new Finding(code, key.place(), arguments);
	}

	private static String shown(PublicKey key) {
		return key.sha256().substring(0, SHOWN_DIGITS);
	}

}
