package dev.certdeck.sandbox.cloud;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The certificates of a listener, or of one of its rules.
 *
 * @param certificateId the server certificate, or {@code null} for none
 * @param clientAuthorityId the client certificate authority that is trusted, if any
 * @param furtherIds the server certificates of further algorithms. The cloud's own search
 * and the check of a deletion pass them over
 */
public record TlsCertificates(@Nullable String certificateId, @Nullable String clientAuthorityId,
		List<String> furtherIds) {

	/**
	 * No certificates.
	 */
	public static final TlsCertificates NONE = new TlsCertificates(null, null, List.of());

	/**
	 * Tells whether there are none.
	 * @return {@code true} if there are none
	 */
	public boolean isEmpty() {
		return equals(NONE);
	}

	/**
	 * Adds a certificate of a further algorithm.
	 * @param id the ID of the certificate
	 * @return all of them
	 */
	public TlsCertificates and(String id) {
		return new TlsCertificates(this.certificateId, this.clientAuthorityId,
				Stream.concat(this.furtherIds.stream(), Stream.of(id)).toList());
	}

	/**
	 * Returns the certificates that the cloud's own search finds.
	 * @return their IDs
	 */
	Stream<String> searchedIds() {
		return Stream.of(this.certificateId, this.clientAuthorityId).flatMap(Stream::ofNullable);
	}

}
