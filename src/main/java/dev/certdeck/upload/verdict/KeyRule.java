package dev.certdeck.upload.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.certdeck.upload.key.KeyAlgorithm;
import dev.certdeck.upload.key.Pairing;
import dev.certdeck.upload.key.PublicHalf;
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
	 * @return the judgement
	 */
	static KeyRule judge(Chain chain, List<PemKey> keys, Holdings holdings) {
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
		if (pairing == Pairing.DAMAGED) {
			findings.add(Finding.of(Severity.PROBLEM, key, "damaged-key"));
		}
		if (pairing == Pairing.DIFFERENT) {
			findings.add(Finding.of(Severity.PROBLEM, key, "key-mismatch", leaf.key().algorithm().name(),
					shown(leaf.key()), key.publicHalf().algorithm().name(), shown(key.publicHalf())));
			ofOther(chain, key, findings);
			holdings.ofKey(key.publicHalf())
				.ifPresent((held) -> findings
					.add(Finding.of(Severity.NOTE, key, "key-of-held", held.title()).about(held.id())));
		}
	}

	private static void ofOther(Chain chain, PemKey key, List<Finding> findings) {
		List<PemCertificate> others = new ArrayList<>(chain.sent());
		others.addAll(chain.roots());
		others.addAll(chain.foreign());
		others.stream()
			.filter((other) -> key.publicHalf().isSame(other.key()))
			.findFirst()
			.ifPresent((other) -> findings
				.add(Finding.of(Severity.NOTE, key, "key-of-other", other.title(), chain.leaf().title())));
	}

	private static String shown(PublicHalf half) {
		return half.sha256().substring(0, SHOWN_DIGITS);
	}

}
