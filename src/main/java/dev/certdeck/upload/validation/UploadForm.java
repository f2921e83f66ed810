package dev.certdeck.upload.validation;

import java.util.List;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.Input;
import dev.certdeck.pki.Passphrase;
import org.jspecify.annotations.Nullable;

/**
 * The upload form as it was sent. It lives as long as its request.
 *
 * @param token the form's one-time token
 * @param type the type, absent if none that is known was given
 * @param alias the alias that the account chose, may be empty
 * @param inputs the fields and files that are not empty
 * @param passphrase decrypts keys and containers, may be empty
 */
public record UploadForm(String token, @Nullable CertificateType type, String alias, List<Input> inputs,
		Passphrase passphrase) {

	/**
	 * Creates the form.
	 */
	public UploadForm {
		inputs = List.copyOf(inputs);
	}

}
