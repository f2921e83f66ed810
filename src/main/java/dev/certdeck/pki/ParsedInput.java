package dev.certdeck.pki;

import java.util.List;

/**
 * What was found in the fields and files of an upload.
 *
 * @param certificates the certificates in their order
 * @param keys the private keys in their order
 * @param faults what could not be read
 * @param changes what was put right and converted
 */
public record ParsedInput(List<ParsedCertificate> certificates, List<ParsedKey> keys, List<Fault> faults,
		List<Change> changes) {

	/**
	 * Creates the parsed.
	 */
	public ParsedInput {
		certificates = List.copyOf(certificates);
		keys = List.copyOf(keys);
		faults = List.copyOf(faults);
		changes = List.copyOf(changes);
	}

	/**
	 * Reads what was given. No input makes this fail.
	 * @param inputs the fields and files
	 * @param passphrase opens encrypted keys and containers, may be empty
	 * @return what was found
	 */
	public static ParsedInput read(List<Input> inputs, Passphrase passphrase) {
		return read(inputs, passphrase, TimeLimit.usual().begin());
	}

	/**
	 * Reads what was given, as far as the time reaches. No input makes this fail.
	 * @param inputs the fields and files
	 * @param passphrase opens encrypted keys and containers, may be empty
	 * @param deadline when to stop
	 * @return what was found
	 */
	public static ParsedInput read(List<Input> inputs, Passphrase passphrase, Deadline deadline) {
		WorkBudget budget = new WorkBudget(deadline);
		ParsedInputBuilder builder = new ParsedInputBuilder(budget);
		ContentReader reader = new ContentReader(builder, new Decryptor(passphrase, budget));
		inputs.forEach(reader::read);
		return builder.parsed();
	}

}
