package dev.certdeck.upload.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.pki.Deadline;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.OutOfTimeException;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.pki.ParsedInput;
import dev.certdeck.pki.ParsedKey;
import dev.certdeck.pki.Passphrase;
import org.jspecify.annotations.Nullable;

/**
 * Validates an upload before anything is sent. No input makes it throw.
 */
public final class UploadValidator {

	private static final int MAXIMUM_CERTIFICATES = 20;

	private final UploadForm form;

	private final Function<ParsedCertificate, List<RelatedCertificate>> related;

	private final Instant now;

	private final Deadline deadline;

	private final List<Finding> findings = new ArrayList<>();

	private UploadValidator(UploadForm form, Function<ParsedCertificate, List<RelatedCertificate>> related, Instant now,
			Deadline deadline) {
		this.form = form;
		this.related = related;
		this.now = now;
		this.deadline = deadline;
	}

	/**
	 * Validates an upload.
	 * @param form the form
	 * @param related finds the certificates that share names with a leaf
	 * @param now the present
	 * @return the result
	 */
	public static ValidationResult validate(UploadForm form,
			Function<ParsedCertificate, List<RelatedCertificate>> related, Instant now) {
		return validate(form, related, now, Deadline.usual());
	}

	/**
	 * Validates an upload in a time that is limited before and after the related
	 * certificates are found.
	 * @param form the form
	 * @param related finds the certificates that share names with a leaf
	 * @param now the present
	 * @param deadline when to stop, which restarts once the related certificates are
	 * found
	 * @return the result, which says so if the time was over
	 */
	public static ValidationResult validate(UploadForm form,
			Function<ParsedCertificate, List<RelatedCertificate>> related, Instant now, Deadline deadline) {
		return new UploadValidator(form, related, now, deadline).validate();
	}

	private ValidationResult validate() {
		this.findings.addAll(FormRule.check(this.form));
		ParsedInput parsed = ParsedInput.read(this.form.inputs(), passphrase(), this.deadline);
		this.findings.addAll(ReadingRule.check(parsed, this.form.type()));
		if (parsed.certificates().isEmpty() || isTooLong(parsed.certificates())) {
			return result(parsed, null, null);
		}
		try {
			return validate(parsed);
		}
		catch (OutOfTimeException ex) {
			add(FindingCode.OUT_OF_TIME, Field.FORM, this.deadline.seconds());
			return result(parsed, null, null);
		}
	}

	private Passphrase passphrase() {
		Passphrase given = this.form.passphrase();
		return given.isTooLong() ? Passphrase.none() : given;
	}

	private ValidationResult validate(ParsedInput parsed) {
		boolean authorities = this.form.type() == CertificateType.CA;
		Chain chain = authorities ? Chain.ofAuthorities(parsed.certificates())
				: Chain.of(parsed.certificates(), parsed.keys(), this.deadline);
		this.findings.addAll(ChainRule.check(chain, this.form.type()));
		this.findings.addAll(ValidityRule.check(chain, this.now));
		this.findings.addAll(WeaknessRule.check(chain));
		this.deadline.check();
		List<RelatedCertificate> held = this.related.apply(chain.leaf());
		Deadline rest = this.deadline.restart();
		this.findings.addAll(RelatedCertificatesRule.check(chain.leaf(), held, this.now));
		if (authorities) {
			rest.check();
			return result(parsed, new Preview(chain.sent(), List.of(), null, null, null), validUpload(chain, null));
		}
		this.findings.addAll(NameRule.check(chain.leaf()));
		KeyRule rule = KeyRule.check(chain, parsed.keys(), held, rest);
		this.findings.addAll(rule.findings());
		rest.check();
		return result(parsed, preview(chain, rule), validUpload(chain, rule.key()));
	}

	private boolean isTooLong(List<ParsedCertificate> certificates) {
		long count = certificates.stream().map(ParsedCertificate::sha256).distinct().count();
		if (count > MAXIMUM_CERTIFICATES) {
			add(FindingCode.TOO_MANY_CERTIFICATES, Field.CHAIN, count, MAXIMUM_CERTIFICATES);
		}
		return count > MAXIMUM_CERTIFICATES;
	}

	private static Preview preview(Chain chain, KeyRule rule) {
		return new Preview(chain.sent(), chain.spare(), chain.missingIssuer(),
				(rule.key() != null) ? rule.key().publicKey().algorithm().name() : null, rule.pairing());
	}

	private ValidationResult result(ParsedInput parsed, @Nullable Preview preview, @Nullable ValidUpload validUpload) {
		this.findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::field));
		return new ValidationResult(this.findings, parsed.certificates(), preview, validUpload);
	}

	/**
	 * Creates the upload, also for a certificate that is already held, so that a form
	 * that is sent twice gets its outcome again.
	 * @param chain the chain
	 * @param key the key, absent for authorities
	 * @return the upload, absent if there is any other problem
	 */
	private @Nullable ValidUpload validUpload(Chain chain, @Nullable ParsedKey key) {
		if (this.findings.stream()
			.anyMatch((finding) -> finding.isProblem() && finding.code() != FindingCode.ALREADY_HELD)) {
			return null;
		}
		return new ValidUpload(summary(chain.leaf()), new CertificateUpload(Objects.requireNonNull(this.form.type()),
				chain.toPem(), (key != null) ? key.toPem() : null, this.form.alias().strip()));
	}

	private void add(FindingCode code, Field field, Object... arguments) {
		this.findings.add(Finding.of(code, field, arguments));
	}

	private static CertificateSummary summary(ParsedCertificate leaf) {
		return new CertificateSummary(null, List.copyOf(leaf.names().all()), leaf.sha256(), leaf.validUntil(), null);
	}

}
