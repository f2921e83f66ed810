package dev.certdeck.upload.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.upload.pem.Deadline;
import dev.certdeck.upload.pem.KeyMaterial;
import dev.certdeck.upload.pem.Material;
import dev.certdeck.upload.pem.OutOfTimeException;
import dev.certdeck.upload.pem.Passphrase;
import dev.certdeck.upload.pem.PemCertificate;
import dev.certdeck.upload.pem.PemKey;
import dev.certdeck.upload.pem.TimeLimit;
import dev.certdeck.web.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Judges an upload before anything is sent. No submission makes this fail.
 */
public final class Judgement {

	static final int MAXIMUM_ALIAS = 200;

	static final int MAXIMUM_CERTIFICATES = 20;

	private final Submission submission;

	private final Function<PemCertificate, Holdings> holdings;

	private final Instant now;

	private final TimeLimit limit;

	private final List<Finding> findings = new ArrayList<>();

	private Judgement(Submission submission, Function<PemCertificate, Holdings> holdings, Instant now,
			TimeLimit limit) {
		this.submission = submission;
		this.holdings = holdings;
		this.now = now;
		this.limit = limit;
	}

	/**
	 * Judges an upload.
	 * @param submission what was sent in
	 * @param holdings finds what the account holds beside a leaf
	 * @param now the present
	 * @return the verdict
	 */
	public static Verdict of(Submission submission, Function<PemCertificate, Holdings> holdings, Instant now) {
		return of(submission, holdings, now, TimeLimit.usual());
	}

	/**
	 * Judges an upload in a time that is limited before and after the holdings are found.
	 * @param submission what was sent in
	 * @param holdings finds what the account holds beside a leaf
	 * @param now the present
	 * @param limit how long each part of the work may take
	 * @return the verdict, which says so if the time was over
	 */
	public static Verdict of(Submission submission, Function<PemCertificate, Holdings> holdings, Instant now,
			TimeLimit limit) {
		return new Judgement(submission, holdings, now, limit).judge();
	}

	private Verdict judge() {
		judgeForm();
		Deadline deadline = this.limit.begin();
		Material material = Material.read(this.submission.inputs(), passphrase(), deadline);
		this.findings.addAll(ReadingRule.judge(material, this.submission.type()));
		if (material.certificates().isEmpty() || isTooLong(material.certificates())) {
			return verdict(material, null, null);
		}
		try {
			return judge(material, deadline);
		}
		catch (OutOfTimeException ex) {
			problem(Field.FORM, "out-of-time", deadline.seconds());
			return verdict(material, null, null);
		}
	}

	private Passphrase passphrase() {
		Passphrase given = this.submission.passphrase();
		return given.isTooLong() ? Passphrase.none() : given;
	}

	private Verdict judge(Material material, Deadline deadline) {
		boolean authorities = this.submission.type() == CertificateType.CA;
		Chain chain = authorities ? Chain.ofAuthorities(material.certificates())
				: Chain.of(material.certificates(), material.keys(), deadline);
		this.findings.addAll(ChainRule.judge(chain, this.submission.type()));
		this.findings.addAll(ValidityRule.judge(chain, this.now));
		this.findings.addAll(WeaknessRule.judge(chain));
		deadline.check();
		Holdings held = this.holdings.apply(chain.leaf());
		Deadline rest = this.limit.begin();
		this.findings.addAll(HeldRule.judge(chain.leaf(), held, this.now));
		if (authorities) {
			rest.check();
			return verdict(material, new Preview(chain.sent(), List.of(), null, null, null), candidate(chain, null));
		}
		this.findings.addAll(NameRule.judge(chain.leaf()));
		KeyRule rule = KeyRule.judge(chain, material.keys(), held, rest);
		this.findings.addAll(rule.findings());
		rest.check();
		return verdict(material, preview(chain, rule), candidate(chain, rule.key()));
	}

	private void judgeForm() {
		String alias = this.submission.alias();
		if (this.submission.type() == null) {
			problem(Field.TYPE, "type-missing");
		}
		if (alias.length() > MAXIMUM_ALIAS) {
			problem(Field.ALIAS, "alias-too-long", MAXIMUM_ALIAS, alias.length());
		}
		else if (KeyMaterial.isIn(alias)) {
			problem(Field.ALIAS, "alias-key-material");
		}
		if (!VisibleText.isVisible(alias) || alias.chars().anyMatch(Character::isISOControl)) {
			problem(Field.ALIAS, "alias-control-character");
		}
		if (this.submission.passphrase().isTooLong()) {
			problem(Field.PASSPHRASE, "passphrase-too-long", Passphrase.LONGEST);
		}
	}

	private boolean isTooLong(List<PemCertificate> certificates) {
		long count = certificates.stream().map(PemCertificate::sha256).distinct().count();
		if (count > MAXIMUM_CERTIFICATES) {
			problem(Field.CHAIN, "too-many-certificates", count, MAXIMUM_CERTIFICATES);
		}
		return count > MAXIMUM_CERTIFICATES;
	}

	private static Preview preview(Chain chain, KeyRule rule) {
		return new Preview(chain.sent(), chain.spare(), chain.missingIssuer(),
				(rule.key() != null) ? rule.key().publicHalf().algorithm().name() : null, rule.pairing());
	}

	private Verdict verdict(Material material, @Nullable Preview preview, @Nullable Candidate candidate) {
		this.findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::field));
		return new Verdict(this.findings, material.certificates(), preview, candidate);
	}

	/**
	 * Makes the candidate. A certificate that is held is one too: whoever sends a form
	 * twice is told again what came of it.
	 * @param chain the chain
	 * @param key the key, absent for authorities
	 * @return what can be sent, absent if anything else is a problem
	 */
	private @Nullable Candidate candidate(Chain chain, @Nullable PemKey key) {
		if (this.findings.stream()
			.anyMatch((finding) -> finding.isProblem() && !finding.code().equals(HeldRule.ALREADY_HELD))) {
			return null;
		}
		return new Candidate(chain.leaf().summary(),
				new CertificateUpload(Objects.requireNonNull(this.submission.type()), chain.toPem(),
						(key != null) ? key.toPem() : null, this.submission.alias().strip()));
	}

	private void problem(Field field, String code, Object... arguments) {
		this.findings.add(Finding.problem(field, code, arguments));
	}

}
