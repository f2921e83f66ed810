package dev.certdeck.upload.verdict;

import java.util.List;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.upload.pem.Input;
import dev.certdeck.upload.pem.Passphrase;
import org.jspecify.annotations.Nullable;

/**
 * What was sent in for an upload. It lives as long as its request.
 *
 * @param type the type, absent if none that is known was given
 * @param alias the account's remark, may be empty
 * @param inputs the fields and files that are not empty
 * @param passphrase opens encrypted keys and containers, may be empty
 */
public record Submission(@Nullable CertificateType type, String alias, List<Input> inputs, Passphrase passphrase) {

	/**
	 * Creates the submission.
	 */
	public Submission {
		inputs = List.copyOf(inputs);
	}

}
