package dev.certdeck.pki;

import java.util.List;

/**
 * What was found in the fields and files of a form.
 *
 * @param certificates the certificates in their order
 * @param keys the private keys in their order
 * @param problems what could not be read
 * @param notes what was corrected or converted
 */
public record ParsedInput(List<ParsedCertificate> certificates, List<ParsedKey> keys, List<Finding> problems,
		List<Finding> notes) {

	/**
	 * Creates the result.
	 */
	public ParsedInput {
		certificates = List.copyOf(certificates);
		keys = List.copyOf(keys);
		problems = List.copyOf(problems);
		notes = List.copyOf(notes);
	}

	/**
	 * Reads fields and files until the deadline. No input makes this throw.
	 * @param inputs the fields and files
	 * @param passphrase decrypts keys and containers, may be empty
	 * @param deadline when to stop
	 * @return what was found
	 */
	public static ParsedInput read(List<Input> inputs, Passphrase passphrase, Deadline deadline) {
		WorkBudget budget = new WorkBudget(deadline);
		ParsedInputBuilder builder = new ParsedInputBuilder(budget);
		ContentReader reader = new ContentReader(builder, new Decryptor(passphrase, budget));
		inputs.forEach(reader::read);
		return builder.build();
	}

}
