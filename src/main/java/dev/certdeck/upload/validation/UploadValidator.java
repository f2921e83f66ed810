package dev.certdeck.upload.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.pki.Deadline;
import dev.certdeck.pki.KeyMaterial;
import dev.certdeck.pki.OutOfTimeException;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.ParsedInput;
import dev.certdeck.pki.ParsedKey;
import dev.certdeck.pki.Passphrase;
import dev.certdeck.pki.TimeLimit;
import dev.certdeck.web.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Judges an upload before anything is sent. No form makes this fail.
 */
public final class UploadValidator {

	static final int MAXIMUM_ALIAS = 200;

	static final int MAXIMUM_CERTIFICATES = 20;

	private final UploadForm form;

	private final Function<ParsedCertificate, RelatedCertificates> related;

	private final Instant now;

	private final TimeLimit limit;

	private final List<Finding> findings = new ArrayList<>();

	private UploadValidator(UploadForm form, Function<ParsedCertificate, RelatedCertificates> related, Instant now,
			TimeLimit limit) {
		this.form = form;
		this.related = related;
		this.now = now;
		this.limit = limit;
	}

	/**
	 * Judges an upload.
	 * @param form what was sent in
	 * @param related finds what the account holds beside a leaf
	 * @param now the present
	 * @return the verdict
	 */
	public static ValidationResult of(UploadForm form, Function<ParsedCertificate, RelatedCertificates> related,
			Instant now) {
		return of(form, related, now, TimeLimit.usual());
	}

	/**
	 * Judges an upload in a time that is limited before and after the related are found.
	 * @param form what was sent in
	 * @param related finds what the account holds beside a leaf
	 * @param now the present
	 * @param limit how long each part of the work may take
	 * @return the verdict, which says so if the time was over
	 */
	public static ValidationResult of(UploadForm form, Function<ParsedCertificate, RelatedCertificates> related,
			Instant now, TimeLimit limit) {
		return new UploadValidator(form, related, now, limit).judge();
	}

	private ValidationResult judge() {
		judgeForm();
		Deadline deadline = this.limit.begin();
		ParsedInput parsed = ParsedInput.read(this.form.inputs(), passphrase(), deadline);
		this.findings.addAll(ReadingRule.judge(parsed, this.form.type()));
		if (parsed.certificates().isEmpty() || isTooLong(parsed.certificates())) {
			return verdict(parsed, null, null);
		}
		try {
			return judge(parsed, deadline);
		}
		catch (OutOfTimeException ex) {
			problem(Field.FORM, "out-of-time", deadline.seconds());
			return verdict(parsed, null, null);
		}
	}

	private Passphrase passphrase() {
		Passphrase given = this.form.passphrase();
		return given.isTooLong() ? Passphrase.none() : given;
	}

	private ValidationResult judge(ParsedInput parsed, Deadline deadline) {
		boolean authorities = this.form.type() == CertificateType.CA;
		Chain chain = authorities ? Chain.ofAuthorities(parsed.certificates())
				: Chain.of(parsed.certificates(), parsed.keys(), deadline);
		this.findings.addAll(ChainRule.judge(chain, this.form.type()));
		this.findings.addAll(ValidityRule.judge(chain, this.now));
		this.findings.addAll(WeaknessRule.judge(chain));
		deadline.check();
		RelatedCertificates held = this.related.apply(chain.leaf());
		Deadline rest = this.limit.begin();
		this.findings.addAll(RelatedCertificatesRule.judge(chain.leaf(), held, this.now));
		if (authorities) {
			rest.check();
			return verdict(parsed, new Preview(chain.sent(), List.of(), null, null, null), validUpload(chain, null));
		}
		this.findings.addAll(NameRule.judge(chain.leaf()));
		KeyRule rule = KeyRule.judge(chain, parsed.keys(), held, rest);
		this.findings.addAll(rule.findings());
		rest.check();
		return verdict(parsed, preview(chain, rule), validUpload(chain, rule.key()));
	}

	private void judgeForm() {
		String alias = this.form.alias();
		if (this.form.type() == null) {
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
		if (this.form.passphrase().isTooLong()) {
			problem(Field.PASSPHRASE, "passphrase-too-long", Passphrase.LONGEST);
		}
	}

	private boolean isTooLong(List<ParsedCertificate> certificates) {
		long count = certificates.stream().map(ParsedCertificate::sha256).distinct().count();
		if (count > MAXIMUM_CERTIFICATES) {
			problem(Field.CHAIN, "too-many-certificates", count, MAXIMUM_CERTIFICATES);
		}
		return count > MAXIMUM_CERTIFICATES;
	}

	private static Preview preview(Chain chain, KeyRule rule) {
		return new Preview(chain.sent(), chain.spare(), chain.missingIssuer(),
				(rule.key() != null) ? rule.key().publicKey().algorithm().name() : null, rule.pairing());
	}

	private ValidationResult verdict(ParsedInput parsed, @Nullable Preview preview, @Nullable ValidUpload validUpload) {
		this.findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::field));
		return new ValidationResult(this.findings, parsed.certificates(), preview, validUpload);
	}

	/**
	 * Makes the validUpload. A certificate that is held is one too: whoever sends a form
	 * twice is told again what came of it.
	 * @param chain the chain
	 * @param key the key, absent for authorities
	 * @return what can be sent, absent if anything else is a problem
	 */
	private @Nullable ValidUpload validUpload(Chain chain, @Nullable ParsedKey key) {
		if (this.findings.stream()
			.anyMatch(
					(finding) -> finding.isProblem() && !finding.code().equals(RelatedCertificatesRule.ALREADY_HELD))) {
			return null;
		}
		return new ValidUpload(Leaf.of(chain.leaf()), new CertificateUpload(Objects.requireNonNull(this.form.type()),
				chain.toPem(), (key != null) ? key.toPem() : null, this.form.alias().strip()));
	}

	private void problem(Field field, String code, Object... arguments) {
		this.findings.add(Finding.problem(field, code, arguments));
	}

}
