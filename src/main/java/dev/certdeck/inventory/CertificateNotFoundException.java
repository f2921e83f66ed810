package dev.certdeck.inventory;

import dev.certdeck.certificate.CertificateId;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The account holds no certificate under the id that was asked for.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class CertificateNotFoundException extends RuntimeException {

	private final String id;

	/**
	 * Creates the exception.
	 * @param id what was asked for, which need not have the form of an id
	 */
	public CertificateNotFoundException(String id) {
		super("No certificate " + id);
		this.id = id;
	}

	/**
	 * Returns what was asked for.
	 * @return the text in the place of the id
	 */
	String id() {
		return this.id;
	}

	/**
	 * Reads the id that stands in a path.
	 * @param id what stands there
	 * @return the id
	 * @throws CertificateNotFoundException if it can't be one
	 */
	public static CertificateId idOf(String id) {
		return CertificateId.parse(id).orElseThrow(() -> new CertificateNotFoundException(id));
	}

}
