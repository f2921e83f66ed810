package dev.certdeck.upload.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.certdeck.upload.key.KeyAlgorithm;
import dev.certdeck.upload.key.Pairing;
import dev.certdeck.upload.key.PublicHalf;
import dev.certdeck.upload.pem.Deadline;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.pem.PemKey;
import dev.certdeck.upload.pem.Slot;
import dev.certdeck.upload.verdict.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about the private key of a server certificate.
 *
 * @param key the key that counts: the leaf's if it was given, else the first
 * @param pairing whether it belongs to the leaf
 * @param findings the findings
 */
record KeyRule(@Nullable PemKey key, @Nullable Pairing pairing, List<Finding> findings) {

	private static final int SHOWN_DIGITS = 16;

	/**
	 * Judges the keys that were given.
	 * @param chain the chain
	 * @param keys the keys, may be none
	 * @param holdings the certificates that the account holds for the same names
	 * @param deadline when to stop
	 * @return the judgement
	 * @throws dev.certdeck.upload.pem.OutOfTimeException if that takes too long
	 */
	static KeyRule judge(Chain chain, List<PemKey> keys, Holdings holdings, Deadline deadline) {
		List<Finding> findings = new ArrayList<>();
		PemCertificate leaf = chain.leaf();
		KeyAlgorithm algorithm = leaf.key().algorithm();
		if (!AcceptedKeys.table().accepts(algorithm)) {
			findings.add(Finding.of(Severity.PROBLEM, leaf, "key-not-accepted", algorithm.name(),
					AcceptedKeys.table().description()));
		}
		if (keys.isEmpty()) {
			return new KeyRule(null, null, findings);
		}
		List<PemKey> meant = meant(keys);
		Optional<PemKey> own = meant.stream().filter((key) -> key.publicHalf().isSame(leaf.key())).findFirst();
		PemKey key = own.orElse(meant.get(0));
		deadline.check();
		Pairing pairing = key.pair(leaf);
		others(keys, key, own.isPresent(), findings);
		pairing(chain, key, pairing, holdings, findings);
		return new KeyRule(key, pairing, List.copyOf(findings));
	}

	/**
	 * Returns the keys that may be meant: those that were given as key, else those that
	 * were found beside the certificates.
	 * @param keys all keys
	 * @return at least one
	 */
	private static List<PemKey> meant(List<PemKey> keys) {
		List<PemKey> given = keys.stream().filter((key) -> key.origin().slot() == Slot.KEY).toList();
		return given.isEmpty() ? keys : given;
	}

	private static void others(List<PemKey> keys, PemKey key, boolean own, List<Finding> findings) {
		keys.stream()
			.filter((other) -> other != key && !other.publicHalf().isSame(key.publicHalf()))
			.forEach((other) -> findings.add(Finding.of(own ? Severity.NOTE : Severity.PROBLEM, other,
					own ? "other-key-left-out" : "several-keys", other.publicHalf().algorithm().name())));
	}

	private static void pairing(Chain chain, PemKey key, Pairing pairing, Holdings holdings, List<Finding> findings) {
		PemCertificate leaf = chain.leaf();
		if (pairing == Pairing.DAMAGED && key.isWhole()) {
			findings.add(Finding.of(Severity.PROBLEM, key, "damaged-key"));
		}
		if (pairing == Pairing.DIFFERENT) {
			findings.add(mismatch(chain, key, holdings));
		}
	}

	/**
	 * Tells what the certificate and the key are, and whose the key is if that is known.
	 * @param chain the chain
	 * @param key the key
	 * @param holdings the held certificates of the same names
	 * @return the problem
	 */
	private static Finding mismatch(Chain chain, PemKey key, Holdings holdings) {
		PublicHalf leaf = chain.leaf().key();
		PublicHalf half = key.publicHalf();
		Optional<Holdings.Held> held = holdings.ofKey(half);
		Optional<PemCertificate> other = chain.all().filter((one) -> half.isSame(one.key())).findFirst();
		String code = other.isPresent() ? "key-of-other" : (held.isPresent() ? "key-of-held" : "key-mismatch");
		Finding mismatch = Finding.of(Severity.PROBLEM, key, code, leaf.algorithm().name(), shown(leaf),
				half.algorithm().name(), shown(half),
				other.map(PemCertificate::title).or(() -> held.map(Holdings.Held::title)).orElse(""));
		return held.isPresent() ? mismatch.about(held.get().id()) : mismatch;
	}

	private static String shown(PublicHalf half) {
		return half.sha256().substring(0, SHOWN_DIGITS);
	}

}
