package dev.certdeck.upload.validation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.ParsedInput;
import org.jspecify.annotations.Nullable;

/**
 * Checks that each field holds what it is for, and passes on what the readers found.
 */
final class ReadingRule {

	private static final Set<FindingCode> SPARE = EnumSet.of(FindingCode.REQUEST, FindingCode.PUBLIC_KEY,
			FindingCode.REVOCATION_LIST, FindingCode.OTHER_BLOCK);

	private static final Set<FindingCode> PASSPHRASE = EnumSet.of(FindingCode.PASSPHRASE_MISSING,
			FindingCode.WRONG_PASSPHRASE, FindingCode.PASSWORD_MISSING, FindingCode.WRONG_PASSWORD);

	private static final Set<FindingCode> KEY = EnumSet.of(FindingCode.PASSPHRASE_MISSING, FindingCode.WRONG_PASSPHRASE,
			FindingCode.PASSWORD_MISSING, FindingCode.WRONG_PASSWORD, FindingCode.UNREADABLE_KEY,
			FindingCode.DAMAGED_KEY, FindingCode.UNSUPPORTED_KEY, FindingCode.UNSUPPORTED_CIPHER,
			FindingCode.CURVE_MISSING, FindingCode.OPENSSH_KEY, FindingCode.PUTTY_KEY, FindingCode.TOO_MUCH_WORK,
			FindingCode.UNREADABLE_CONTAINER, FindingCode.CUT_OFF, FindingCode.JCEKS);

	private final ParsedInput input;

	private final @Nullable CertificateType type;

	private final List<Finding> findings = new ArrayList<>();

	private ReadingRule(ParsedInput input, @Nullable CertificateType type) {
		this.input = input;
		this.type = type;
	}

	static List<Finding> check(ParsedInput input, @Nullable CertificateType type) {
		ReadingRule rule = new ReadingRule(input, type);
		if (rule.isSwapped()) {
			rule.add(FindingCode.SWAPPED, Field.CHAIN);
			rule.add(FindingCode.SWAPPED, Field.KEY);
		}
		else {
			rule.missing();
			rule.misplaced();
		}
		input.problems().stream().map(rule::problem).forEach(rule.findings::add);
		rule.findings.addAll(input.notes());
		return List.copyOf(rule.findings);
	}

	private boolean isSwapped() {
		return this.type != CertificateType.CA && !this.input.keys().isEmpty() && !this.input.certificates().isEmpty()
				&& this.input.keys().stream().allMatch((key) -> key.place().field() == Field.CHAIN)
				&& this.input.certificates()
					.stream()
					.allMatch((certificate) -> certificate.place().field() == Field.KEY);
	}

	private void missing() {
		if (this.input.certificates().isEmpty() && !hasProblem((problem) -> problem.field() == Field.CHAIN)) {
			add(FindingCode.EMPTY, Field.CHAIN);
		}
		if (this.type != CertificateType.CA && this.input.keys().isEmpty()
				&& !hasProblem((problem) -> problem.field() == Field.KEY || KEY.contains(problem.code()))) {
			add(FindingCode.EMPTY, Field.KEY);
		}
		if (this.type == CertificateType.CA && !this.input.keys().isEmpty()) {
			add(FindingCode.NOT_WANTED, Field.KEY);
		}
	}

	private boolean hasProblem(Predicate<Finding> condition) {
		return this.input.problems().stream().anyMatch(condition);
	}

	/**
	 * Notes keys and certificates in each other's field. A container may hold both.
	 */
	private void misplaced() {
		this.input.keys()
			.stream()
			.filter((key) -> key.place().field() == Field.CHAIN && key.place().line() > 0)
			.forEach((key) -> this.findings.add(Finding.of(FindingCode.KEY_FOUND, key.place())));
		this.input.certificates()
			.stream()
			.filter((certificate) -> certificate.place().field() == Field.KEY && certificate.place().line() > 0)
			.forEach((certificate) -> this.findings
				.add(Finding.of(FindingCode.CERTIFICATE_FOUND, certificate.place(), certificate.title())));
	}

	private Finding problem(Finding read) {
		boolean complete = (read.field() != Field.KEY) ? !this.input.certificates().isEmpty()
				: !this.input.keys().isEmpty();
		if (complete && SPARE.contains(read.code())) {
			return Finding.of(FindingCode.SPARE, read.place());
		}
		return PASSPHRASE.contains(read.code()) ? read.in(Field.PASSPHRASE) : read;
	}

	private void add(FindingCode code, Field field) {
		this.findings.add(Finding.of(code, field));
	}

}
