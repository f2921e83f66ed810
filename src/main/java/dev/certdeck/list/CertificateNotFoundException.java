package dev.certdeck.list;

import dev.certdeck.certificate.CertificateId;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The account holds no certificate under the id that was asked for.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class CertificateNotFoundException extends RuntimeException {

	private final CertificateId id;

	/**
	 * Creates the exception.
	 * @param id the id that was asked for
	 */
	public CertificateNotFoundException(CertificateId id) {
		super("No certificate " + id);
		this.id = id;
	}

	/**
	 * Returns the id that was asked for.
	 * @return the id
	 */
	CertificateId id() {
		return this.id;
	}

}
