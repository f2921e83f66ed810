package dev.certdeck.upload;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.certdeck.pki.CertificateChain;
import dev.certdeck.pki.ParsedCertificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that is made when it is asked for.
 */
public final class TestCertificate {

	private static final AtomicLong SERIAL = new AtomicLong(1000);

	private final String subject;

	private KeyPair keys = TestMaterial.keys("EC", "secp256r1");

	private String issuer;

	private KeyPair issuerKeys;

	private Instant from = TestMaterial.NOW.minus(Duration.ofDays(1));

	private Instant until = TestMaterial.NOW.plus(Duration.ofDays(89));

	private boolean authority;

	private String[] names = {};

	private String signature = "";

	private boolean identified;

	private X509CertificateHolder made;

	private TestCertificate(String subject) {
		this.subject = subject;
		this.issuer = subject;
		this.issuerKeys = this.keys;
	}

	/**
	 * Begins a certificate that signs itself.
	 * @param subject its subject
	 * @return the certificate
	 */
	public static TestCertificate of(String subject) {
		return new TestCertificate(subject);
	}

	/**
	 * Begins an authority that signs itself.
	 * @param subject its subject
	 * @return the certificate
	 */
	public static TestCertificate authority(String subject) {
		return of(subject).asAuthority();
	}

	/**
	 * Begins the certificate of a server that an authority signed.
	 * @param name its name
	 * @param issuer the authority
	 * @return the certificate
	 */
	public static TestCertificate server(String name, TestCertificate issuer) {
		return of("CN=" + name).names(name).by(issuer);
	}

	/**
	 * Lets it issue others.
	 * @return the certificate
	 */
	public TestCertificate asAuthority() {
		this.authority = true;
		return this;
	}

	/**
	 * Lets another one sign it.
	 * @param other the issuer
	 * @return the certificate
	 */
	public TestCertificate by(TestCertificate other) {
		this.issuer = other.subject;
		this.issuerKeys = other.keys;
		return this;
	}

	/**
	 * Gives its issuer another name.
	 * @param otherIssuer the name
	 * @return the certificate
	 */
	public TestCertificate named(String otherIssuer) {
		this.issuer = otherIssuer;
		return this;
	}

	/**
	 * Gives it other keys.
	 * @param other the keys
	 * @return the certificate
	 */
	public TestCertificate keys(KeyPair other) {
		if (this.issuerKeys == this.keys) {
			this.issuerKeys = other;
		}
		this.keys = other;
		return this;
	}

	/**
	 * Gives it alternative names.
	 * @param others the names
	 * @return the certificate
	 */
	public TestCertificate names(String... others) {
		this.names = others;
		return this;
	}

	/**
	 * Gives it another validity.
	 * @param first when it begins
	 * @param last when it ends
	 * @return the certificate
	 */
	public TestCertificate valid(Instant first, Instant last) {
		this.from = first;
		this.until = last;
		return this;
	}

	/**
	 * Signs it in another way.
	 * @param algorithm the algorithm
	 * @return the certificate
	 */
	public TestCertificate signature(String algorithm) {
		this.signature = algorithm;
		return this;
	}

	/**
	 * Gives it the identifiers of its key and its issuer's.
	 * @return the certificate
	 */
	public TestCertificate identified() {
		this.identified = true;
		return this;
	}

	/**
	 * Returns its keys.
	 * @return the keys
	 */
	public KeyPair keys() {
		return this.keys;
	}

	/**
	 * Returns its private key.
	 * @return the PEM
	 */
	public String key() {
		return TestMaterial.block("PRIVATE KEY", this.keys.getPrivate().getEncoded());
	}

	/**
	 * Returns it in PEM.
	 * @return the PEM
	 */
	public String pem() {
		return TestMaterial.pem(holder());
	}

	/**
	 * Returns it as the upload reads it.
	 * @return the certificate
	 */
	public ParsedCertificate read() {
		return CertificateChain.read(pem()).leaf().orElseThrow();
	}

	/**
	 * Makes the certificate once.
	 * @return the certificate
	 */
	public X509CertificateHolder holder() {
		if (this.made == null) {
			this.made = make();
		}
		return this.made;
	}

	private X509CertificateHolder make() {
		try {
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(this.issuer),
					BigInteger.valueOf(SERIAL.incrementAndGet()), Date.from(this.from), Date.from(this.until),
					new X500Name(this.subject), this.keys.getPublic());
			if (this.authority) {
				builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
			}
			if (this.names.length > 0) {
				builder.addExtension(Extension.subjectAlternativeName, false,
						new GeneralNames(Stream.of(this.names)
							.map((name) -> new GeneralName(GeneralName.dNSName, name))
							.toArray(GeneralName[]::new)));
			}
			if (this.identified) {
				JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
				builder.addExtension(Extension.subjectKeyIdentifier, false,
						utils.createSubjectKeyIdentifier(this.keys.getPublic()));
				builder.addExtension(Extension.authorityKeyIdentifier, false,
						utils.createAuthorityKeyIdentifier(this.issuerKeys.getPublic()));
			}
			String algorithm = this.issuerKeys.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA"
					: "SHA256withRSA";
			return builder.build(new JcaContentSignerBuilder(this.signature.isEmpty() ? algorithm : this.signature)
				.build(this.issuerKeys.getPrivate()));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
