package dev.certdeck.upload.validation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.Change;
import dev.certdeck.pki.Fault;
import dev.certdeck.pki.Fault.Code;
import dev.certdeck.pki.ParsedInput;
import dev.certdeck.pki.Slot;
import dev.certdeck.upload.validation.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about the reading of the fields and files.
 */
final class ReadingRule {

	private static final Set<Code> SPARE = EnumSet.of(Code.REQUEST, Code.PUBLIC_KEY, Code.REVOCATION_LIST,
			Code.OTHER_BLOCK);

	private static final Set<Code> PASSPHRASE = EnumSet.of(Code.PASSPHRASE_MISSING, Code.WRONG_PASSPHRASE,
			Code.PASSWORD_MISSING, Code.WRONG_PASSWORD);

	private static final Set<Code> KEY = EnumSet.of(Code.PASSPHRASE_MISSING, Code.WRONG_PASSPHRASE,
			Code.PASSWORD_MISSING, Code.WRONG_PASSWORD, Code.UNREADABLE_KEY, Code.DAMAGED_KEY, Code.UNSUPPORTED_KEY,
			Code.UNSUPPORTED_CIPHER, Code.CURVE_MISSING, Code.OPENSSH_KEY, Code.PUTTY_KEY, Code.TOO_MUCH_WORK,
			Code.UNREADABLE_CONTAINER, Code.CUT_OFF, Code.JCEKS);

	private final ParsedInput parsed;

	private final @Nullable CertificateType type;

	private final List<Finding> findings = new ArrayList<>();

	private ReadingRule(ParsedInput parsed, @Nullable CertificateType type) {
		this.parsed = parsed;
		this.type = type;
	}

	/**
	 * Judges what was read.
	 * @param parsed what was read
	 * @param type what is uploaded, absent if that is not known
	 * @return the findings
	 */
	static List<Finding> judge(ParsedInput parsed, @Nullable CertificateType type) {
		ReadingRule rule = new ReadingRule(parsed, type);
		if (rule.isSwapped()) {
			rule.problem(Field.CHAIN, "swapped");
			rule.problem(Field.KEY, "swapped");
		}
		else {
			rule.missing();
			rule.misplaced();
		}
		parsed.faults().forEach(rule::fault);
		parsed.changes().forEach(rule::change);
		return List.copyOf(rule.findings);
	}

	private boolean isSwapped() {
		return this.type != CertificateType.CA && !this.parsed.keys().isEmpty() && !this.parsed.certificates().isEmpty()
				&& this.parsed.keys().stream().allMatch((key) -> key.place().slot() == Slot.CHAIN)
				&& this.parsed.certificates()
					.stream()
					.allMatch((certificate) -> certificate.place().slot() == Slot.KEY);
	}

	private void missing() {
		if (this.parsed.certificates().isEmpty() && !hasFault((fault) -> fault.place().slot() == Slot.CHAIN)) {
			problem(Field.CHAIN, "empty");
		}
		if (this.type != CertificateType.CA && this.parsed.keys().isEmpty()
				&& !hasFault((fault) -> fault.place().slot() == Slot.KEY || KEY.contains(fault.code()))) {
			problem(Field.KEY, "empty");
		}
		if (this.type == CertificateType.CA && !this.parsed.keys().isEmpty()) {
			problem(Field.KEY, "not-wanted");
		}
	}

	private boolean hasFault(Predicate<Fault> condition) {
		return this.parsed.faults().stream().anyMatch(condition);
	}

	/**
	 * Notes what was found in the part of the form for the other. A container holds both.
	 */
	private void misplaced() {
		this.parsed.keys()
			.stream()
			.filter((key) -> key.place().slot() == Slot.CHAIN && key.place().line() > 0)
			.forEach((key) -> this.findings.add(Finding.of(Severity.NOTE, key, "key-found")));
		this.parsed.certificates()
			.stream()
			.filter((certificate) -> certificate.place().slot() == Slot.KEY && certificate.place().line() > 0)
			.forEach((certificate) -> this.findings
				.add(Finding.of(Severity.NOTE, certificate, "certificate-found", certificate.title())));
	}

	private void fault(Fault fault) {
		boolean complete = (fault.place().slot() != Slot.KEY) ? !this.parsed.certificates().isEmpty()
				: !this.parsed.keys().isEmpty();
		if (complete && SPARE.contains(fault.code())) {
			this.findings.add(Finding.note(fault.code(), fault.place(), fault.arguments()).as("spare"));
			return;
		}
		Finding problem = Finding.problem(fault.code(), fault.place(), fault.arguments());
		this.findings.add(PASSPHRASE.contains(fault.code()) ? problem.in(Field.PASSPHRASE) : problem);
	}

	private void change(Change change) {
		Finding note = Finding.note(change.code(), change.place(), change.arguments());
		boolean folder = change.code() == Change.Code.ZIP && !change.arguments().contains("");
		this.findings.add(folder ? note.as("zip-folder") : note);
	}

	private void problem(Field field, String code) {
		this.findings.add(Finding.problem(field, code));
	}

}
