package dev.certdeck.sandbox.cloud;

import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A filter of certificates; an absent part matches all.
 *
 * @param text part of the ID, the alias or a name
 * @param type the type
 * @param id the ID
 * @param host a host name that the certificates must be able to serve
 */
public record CertificateQuery(@Nullable String text, @Nullable CertificateType type, @Nullable String id,
		@Nullable String host) implements Predicate<HeldCertificate> {

	/**
	 * Matches all certificates.
	 */
	public static final CertificateQuery ALL = new CertificateQuery(null, null, null, null);

	@Override
	public boolean test(HeldCertificate certificate) {
		return (this.type == null || certificate.type() == this.type)
				&& (this.id == null || certificate.id().equals(this.id))
				&& (this.host == null || HostMatch.covers(certificate.names(), this.host))
				&& (this.text == null || mentions(certificate, this.text));
	}

	private static boolean mentions(HeldCertificate certificate, String text) {
		String part = text.toLowerCase(Locale.ROOT);
		return contains(certificate.id(), part) || contains(certificate.alias(), part)
				|| certificate.names().stream().anyMatch((name) -> contains(name, part));
	}

	private static boolean contains(String value, String part) {
		return value.toLowerCase(Locale.ROOT).contains(part);
	}

}
