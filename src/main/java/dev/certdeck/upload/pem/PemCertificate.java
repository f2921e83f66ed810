package dev.certdeck.upload.pem;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.certificate.CertificateSummary;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Validity;
import dev.certdeck.upload.key.Asn1;
import dev.certdeck.upload.key.Fingerprint;
import dev.certdeck.upload.key.PublicHalf;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that was read. Everything that can fail about it failed while it was
 * read; what takes work is worked out when it is asked for, by several threads more than
 * once at worst.
 */
public final class PemCertificate {

	private final Certificate certificate;

	private final byte[] encoded;

	private final Origin origin;

	private final String subject;

	private final String issuer;

	private final Validity validity;

	private final CertificateNames names;

	private final List<DomainName> allNames;

	private final Set<DomainName> distinctNames;

	private final String title;

	private final String issuerTitle;

	private @Nullable PublicHalf key;

	private @Nullable Boolean selfSigned;

	private PemCertificate(Certificate certificate, Origin origin) {
		this.certificate = certificate;
		this.encoded = Asn1.encode(certificate);
		this.origin = origin;
		this.validity = new Validity(instant(certificate.getStartDate()), instant(certificate.getEndDate()));
		this.subject = CertificateNames.comparable(certificate.getSubject());
		this.issuer = CertificateNames.comparable(certificate.getIssuer());
		this.names = CertificateNames.of(certificate);
		this.allNames = this.names.all();
		this.distinctNames = new HashSet<>(this.allNames);
		this.title = names().isEmpty() ? CertificateNames.abbreviate(certificate.getSubject().toString())
				: names().get(0).unicode();
		this.issuerTitle = CertificateNames.title(certificate.getIssuer());
	}

	/**
	 * Reads a certificate, and what OpenSSL writes behind it in a block TRUSTED
	 * CERTIFICATE is left out.
	 * @param content an encoded certificate
	 * @param origin where it stands
	 * @return the certificate
	 * @throws RuntimeException if it is none
	 */
	static PemCertificate read(byte[] content, Origin origin) {
		return new PemCertificate(Certificate.getInstance(Asn1.readFirst(content)), origin);
	}

	/**
	 * Reads the first certificate of a chain in PEM.
	 * @param chain any text
	 * @return the certificate, if the text holds one
	 */
	public static Optional<PemCertificate> first(String chain) {
		Input input = new Input(Slot.CHAIN, "", chain.getBytes(StandardCharsets.UTF_8));
		return Material.read(List.of(input), Passphrase.none()).certificates().stream().findFirst();
	}

	private static Instant instant(Time time) {
		return time.getDate().toInstant();
	}

	/**
	 * Returns where the certificate stands.
	 * @return the place
	 */
	public Origin origin() {
		return this.origin;
	}

	/**
	 * Returns the SHA-256 fingerprint.
	 * @return lower-case hexadecimal without separators
	 */
	public String sha256() {
		return Fingerprint.sha256(this.encoded);
	}

	/**
	 * Returns the names for which the certificate is.
	 * @return the common name, then the subject alternative names, each once
	 */
	public List<DomainName> names() {
		return this.allNames;
	}

	/**
	 * Tells whether the certificate is for a name, in a time that does not depend on how
	 * many it has.
	 * @param name the name, exactly
	 * @return {@code true} if it is one of its names
	 */
	public boolean hasName(DomainName name) {
		return this.distinctNames.contains(name);
	}

	/**
	 * Returns the common name.
	 * @return the name, if the subject has one
	 */
	public Optional<DomainName> commonName() {
		return this.names.commonName();
	}

	/**
	 * Returns the subject alternative names, DNS names and IP addresses.
	 * @return the names, may be empty
	 */
	public List<DomainName> alternativeNames() {
		return this.names.alternatives();
	}

	/**
	 * Returns what to call the certificate.
	 * @return the common name, else the first alternative name, else the subject
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Returns what to call the certificate's issuer.
	 * @return the issuer's common name, else its name as a whole
	 */
	public String issuerTitle() {
		return this.issuerTitle;
	}

	/**
	 * Returns when the certificate is valid.
	 * @return the span
	 */
	public Validity validity() {
		return this.validity;
	}

	/**
	 * Returns the certificate's key.
	 * @return the public half
	 */
	public PublicHalf key() {
		PublicHalf read = this.key;
		if (read == null) {
			read = PublicHalf.of(this.certificate.getSubjectPublicKeyInfo());
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
	 * @return {@code true} if its key verifies its signature, or can't be tried and
	 * subject and issuer are the same
	 */
	public boolean isSelfSigned() {
		Boolean tried = this.selfSigned;
		if (tried == null) {
			tried = isSelfIssued() && (!key().isProvable() || verifies(this));
			this.selfSigned = tried;
		}
		return tried;
	}

	/**
	 * Tells by the names whether this certificate issued another one.
	 * @param other the other certificate
	 * @return {@code true} if the other's issuer is this one's subject
	 */
	public boolean isNamedIssuerOf(PemCertificate other) {
		return this.subject.equals(other.issuer);
	}

	/**
	 * Tells whether this certificate signed another one: name and identifiers are its
	 * issuer's (RFC 5280, section 4.2.1.1), and the key verifies the signature.
	 * @param other the other certificate
	 * @return {@code false} if it did not or that can't be tried
	 */
	public boolean signed(PemCertificate other) {
		return isNamedIssuerOf(other) && CertificateSignature.identifies(other.certificate, this.certificate)
				&& verifies(other);
	}

	private boolean verifies(PemCertificate other) {
		return CertificateSignature.verify(other.certificate, this.certificate.getSubjectPublicKeyInfo(), key());
	}

	/**
	 * Returns the digest of the certificate's signature.
	 * @return the name if it is one that is broken, such as {@code SHA-1}
	 */
	public Optional<String> weakDigest() {
		return CertificateSignature.weakDigest(this.certificate);
	}

	/**
	 * Returns what is publicly known of the certificate and suffices to find it again.
	 * @return the summary, without an id and the chain
	 */
	public CertificateSummary summary() {
		return new CertificateSummary(null, names(), sha256(), this.validity.until(), null);
	}

	/**
	 * Writes the certificate with lines of 64 characters.
	 * @return one block that ends with a line feed
	 */
	public String toPem() {
		return PemBlock.write("CERTIFICATE", this.encoded);
	}

	/**
	 * Names the certificate.
	 */
	@Override
	public String toString() {
		return "PemCertificate[%s]".formatted(title());
	}

}
