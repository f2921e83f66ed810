package dev.certdeck.write;

import dev.certdeck.audit.Actor;
import dev.certdeck.certificate.CertificateSummary;
import org.jspecify.annotations.Nullable;

/**
 * A request to write a certificate.
 *
 * @param <T> the type of the content
 * @param certificate the certificate to write, as far as it is known
 * @param content what is needed to send the write; it is never recorded
 * @param attempt the id by which a repeated request is recognized, if it has one
 * @param actor who asks for it
 */
public record WriteRequest<T>(CertificateSummary certificate, T content, @Nullable String attempt, Actor actor) {

	/**
	 * Names the certificate and nothing of the content.
	 */
	@Override
	public String toString() {
		return "WriteRequest[%s]".formatted(this.certificate);
	}

}
