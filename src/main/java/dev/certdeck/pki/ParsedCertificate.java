package dev.certdeck.pki;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.key.Asn1;
import dev.certdeck.pki.key.Fingerprint;
import dev.certdeck.pki.key.KeyAlgorithm;
import dev.certdeck.pki.key.PublicKey;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * An X.509 certificate that was read, whatever its key and its signature. Expensive
 * values are computed on demand, at worst by several threads at once.
 */
public final class ParsedCertificate {

	private final Certificate certificate;

	private final byte[] encoded;

	private final Place place;

	private final DistinguishedName subject;

	private final DistinguishedName issuer;

	private final Validity validity;

	private final CertificateNames names;

	private final String title;

	private @Nullable PublicKey key;

	private @Nullable Boolean selfSigned;

	ParsedCertificate(Certificate certificate, Place place) {
		this.certificate = certificate;
		this.encoded = Asn1.encode(certificate);
		this.place = place;
		Instant until = Asn1.instant(certificate.getEndDate());
		this.validity = new Validity(Asn1.instant(certificate.getStartDate()), until, until == null);
		this.subject = DistinguishedName.of(certificate.getSubject());
		this.issuer = DistinguishedName.of(certificate.getIssuer());
		this.names = CertificateNames.of(this.subject, certificate);
		this.title = this.names.all().isEmpty() ? this.subject.whole() : this.names.all().iterator().next().unicode();
	}

	/**
	 * Returns where the certificate was found.
	 * @return the place
	 */
	public Place place() {
		return this.place;
	}

	/**
	 * Returns the subject's distinguished name.
	 * @return the name as a whole
	 */
	public String subject() {
		return this.subject.text();
	}

	/**
	 * Returns the issuer's distinguished name.
	 * @return the name as a whole
	 */
	public String issuer() {
		return this.issuer.text();
	}

	/**
	 * Returns the serial number.
	 * @return upper-case hexadecimal
	 */
	public String serial() {
		return this.certificate.getSerialNumber().getValue().toString(16).toUpperCase(Locale.ROOT);
	}

	/**
	 * Returns the signature's algorithm.
	 * @return for example {@code SHA256withRSA} or {@code SM3withSM2}
	 */
	public String signature() {
		return KeyAlgorithm.nameOf(this.certificate.getSignatureAlgorithm().getAlgorithm());
	}

	/**
	 * Returns the SHA-256 fingerprint.
	 * @return lower-case hexadecimal without separators
	 */
	public String sha256() {
		return Fingerprint.sha256(this.encoded);
	}

	/**
	 * Returns a fingerprint as people compare it.
	 * @param algorithm the digest, {@code SHA-1} or {@code SHA-256}
	 * @return upper-case hexadecimal with colons
	 */
	public String fingerprint(String algorithm) {
		return Fingerprint.shown(algorithm, this.encoded);
	}

	/**
	 * Returns the names that the certificate is valid for.
	 * @return the names
	 */
	public CertificateNames names() {
		return this.names;
	}

	/**
	 * Returns the display name.
	 * @return the common name, else the first alternative name, else the subject
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Returns the display name of the issuer.
	 * @return the issuer's common name, else its name as a whole
	 */
	public String issuerTitle() {
		return this.issuer.title();
	}

	/**
	 * Returns when the certificate is valid. Both ends of a certificate from a form are
	 * known.
	 * @return the span
	 */
	public Validity validity() {
		return this.validity;
	}

	/**
	 * Returns the beginning of the validity.
	 * @return the first instant
	 */
	public Instant validFrom() {
		return Objects.requireNonNull(this.validity.from());
	}

	/**
	 * Returns the end of the validity.
	 * @return the last instant, {@link Validity#NO_END} if there is none
	 */
	public Instant validUntil() {
		return Objects.requireNonNull(this.validity.until());
	}

	/**
	 * Returns the certificate's key.
	 * @return the public key
	 */
	public PublicKey key() {
		PublicKey read = this.key;
		if (read == null) {
			read = PublicKey.of(this.certificate.getSubjectPublicKeyInfo());
			this.key = read;
		}
		return read;
	}

	/**
	 * Tells whether the certificate may issue others (RFC 5280, section 4.2.1.9).
	 * @return {@code true} if its basic constraints say so
	 */
	public boolean isAuthority() {
		return CertificateSignature.isAuthority(this.certificate);
	}

	/**
	 * Tells whether subject and issuer are the same.
	 * @return {@code true} if they are
	 */
	public boolean isSelfIssued() {
		return isNamedIssuerOf(this);
	}

	/**
	 * Tells whether the certificate was signed with its own key.
	 * @return {@code true} if its key verifies its signature, or is not usable and
	 * subject and issuer are the same
	 */
	public boolean isSelfSigned() {
		Boolean tried = this.selfSigned;
		if (tried == null) {
			tried = isSelfIssued() && (!key().isUsable() || verifies(this));
			this.selfSigned = tried;
		}
		return tried;
	}

	/**
	 * Tells whether this certificate is named as the issuer of another one.
	 * @param other the other certificate
	 * @return {@code true} if the other's issuer is this one's subject
	 */
	public boolean isNamedIssuerOf(ParsedCertificate other) {
		return this.subject.canonical().equals(other.issuer.canonical());
	}

	/**
	 * Tells whether this certificate signed another one: name and identifiers are its
	 * issuer's (RFC 5280, section 4.2.1.1), and the key verifies the signature.
	 * @param other the other certificate
	 * @return {@code false} if it did not or its key is not usable
	 */
	public boolean signed(ParsedCertificate other) {
		return isNamedIssuerOf(other) && CertificateSignature.identifies(other.certificate, this.certificate)
				&& verifies(other);
	}

	private boolean verifies(ParsedCertificate other) {
		return CertificateSignature.verify(other.certificate, this.certificate.getSubjectPublicKeyInfo(), key());
	}

	/**
	 * Returns the digest of the certificate's signature.
	 * @return the name of a broken digest, such as {@code SHA-1}
	 */
	public Optional<String> weakDigest() {
		return CertificateSignature.weakDigest(this.certificate);
	}

	/**
	 * Writes the certificate with lines of 64 characters.
	 * @return one block that ends with a line feed
	 */
	public String toPem() {
		return PemBlock.write("CERTIFICATE", this.encoded);
	}

	@Override
	public String toString() {
		return "ParsedCertificate[%s]".formatted(title());
	}

}
