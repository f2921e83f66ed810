package dev.certdeck.upload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.upload.pem.CertificateReading;
import dev.certdeck.upload.pem.Fault;
import dev.certdeck.upload.pem.KeyReading;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.pem.PemKey;
import org.jspecify.annotations.Nullable;

/**
 * Judges an upload before anything is sent. No submission makes this fail.
 */
final class Judgement {

	static final int MAXIMUM_ALIAS = 200;

	static final int MAXIMUM_CERTIFICATES = 20;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")
		.withZone(ZoneOffset.UTC);

	private final Submission submission;

	private final Instant now;

	private final List<Finding> findings = new ArrayList<>();

	private Judgement(Submission submission, Instant now) {
		this.submission = submission;
		this.now = now;
	}

	/**
	 * Judges an upload.
	 * @param submission what was sent in
	 * @param now the present
	 * @return the verdict
	 */
	static Verdict of(Submission submission, Instant now) {
		return new Judgement(submission, now).judge();
	}

	private Verdict judge() {
		judgeForm();
		CertificateReading chainReading = CertificateReading.read(this.submission.chain().value());
		KeyReading keyReading = KeyReading.read(this.submission.key().value());
		if (isSwapped(chainReading, keyReading)) {
			problem(Field.CHAIN, "swapped");
		}
		else {
			judgeFaults(chainReading, keyReading);
		}
		Chain chain = judgeChain(chainReading);
		PemKey key = keyReading.key();
		if (chain != null && key != null && this.submission.type() != CertificateType.CA) {
			judgePair(chain, key);
		}
		this.findings.sort(Comparator.comparing(Finding::field));
		return new Verdict(this.findings, (chain != null && this.findings.isEmpty()) ? candidate(chain, key) : null);
	}

	private void judgeForm() {
		if (this.submission.type() == null) {
			problem(Field.TYPE, "type-missing");
		}
		if (this.submission.alias().length() > MAXIMUM_ALIAS) {
			problem(Field.ALIAS, "alias-too-long", MAXIMUM_ALIAS, this.submission.alias().length());
		}
		if (this.submission.alias().chars().anyMatch(Character::isISOControl)) {
			problem(Field.ALIAS, "alias-control-character");
		}
		if (this.submission.chain().isAmbiguous()) {
			problem(Field.CHAIN, "text-and-file");
		}
		if (this.submission.key().isAmbiguous()) {
			problem(Field.KEY, "text-and-file");
		}
	}

	private static boolean isSwapped(CertificateReading chain, KeyReading key) {
		return chain.certificates().isEmpty() && has(chain.faults(), Fault.Code.PRIVATE_KEY)
				&& has(key.faults(), Fault.Code.CERTIFICATE);
	}

	private static boolean has(List<Fault> faults, Fault.Code code) {
		return faults.stream().anyMatch((fault) -> fault.code() == code);
	}

	private void judgeFaults(CertificateReading chain, KeyReading key) {
		chain.faults().forEach((fault) -> this.findings.add(Finding.problem(Field.CHAIN, fault)));
		if (this.submission.type() == CertificateType.CA) {
			if (!this.submission.key().isEmpty()) {
				problem(Field.KEY, "key-not-wanted");
			}
		}
		else {
			key.faults().forEach((fault) -> this.findings.add(Finding.problem(Field.KEY, fault)));
		}
	}

	private @Nullable Chain judgeChain(CertificateReading reading) {
		if (reading.certificates().isEmpty()) {
			return null;
		}
		if (reading.certificates().size() > MAXIMUM_CERTIFICATES) {
			problem(Field.CHAIN, "too-many-certificates", reading.certificates().size(), MAXIMUM_CERTIFICATES);
			return null;
		}
		Chain chain = Chain.of(reading.certificates());
		if (chain.leaf().validity().isOver(this.now)) {
			problem(Field.CHAIN, "expired", chain.leaf().title(), minute(chain.leaf().validity().until()));
		}
		return chain;
	}

	private void judgePair(Chain chain, PemKey key) {
		PemCertificate leaf = chain.leaf();
		PemKey.Pairing pairing = key.pair(leaf);
		if (pairing == PemKey.Pairing.DAMAGED) {
			problem(Field.KEY, "key-damaged");
		}
		if (pairing == PemKey.Pairing.DIFFERENT) {
			chain.certificates()
				.stream()
				.filter((other) -> key.pair(other) == PemKey.Pairing.PAIRED)
				.findFirst()
				.ifPresentOrElse(
						(other) -> problem(Field.KEY, "key-of-other", leaf.title(), other.title(), other.block()),
						() -> problem(Field.KEY, "key-mismatch", leaf.keyAlgorithm().name(), key.algorithm().name()));
		}
	}

	private Candidate candidate(Chain chain, @Nullable PemKey key) {
		String privateKey = (key != null) ? key.toPem() : null;
		return new Candidate(Leaf.of(chain.leaf()),
				new CertificateUpload(Objects.requireNonNull(this.submission.type()), chain.toPem(), privateKey,
						this.submission.alias().strip()));
	}

	private void problem(Field field, String code, Object... arguments) {
		this.findings.add(Finding.problem(field, code, arguments));
	}

	private static String minute(Instant instant) {
		return MINUTE.format(instant);
	}

}
