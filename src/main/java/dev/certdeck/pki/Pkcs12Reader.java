package dev.certdeck.pki;

import java.util.Optional;

import dev.certdeck.pki.key.Asn1;
import dev.certdeck.pki.key.BouncyCastle;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;

/**
 * Unpacks a PKCS#12 file (RFC 7292).
 */
final class Pkcs12Reader {

	private final ParsedInputBuilder builder;

	private final Decryptor decryptor;

	private int number;

	Pkcs12Reader(ParsedInputBuilder builder, Decryptor decryptor) {
		this.builder = builder;
		this.decryptor = decryptor;
	}

	void read(byte[] content, Place place) {
		int certificates = this.builder.certificateCount();
		int keys = this.builder.keyCount();
		try {
			PKCS12PfxPdu file = new PKCS12PfxPdu(withRegularMac(Pfx.getInstance(Asn1.readFirst(content))));
			InputDecryptorProvider decryptors = this.decryptor.decryptors(password(file));
			for (ContentInfo info : file.getContentInfos()) {
				bags(info, decryptors, place);
			}
		}
		catch (PKCSException | RuntimeException ex) {
			throw UnreadableException.below(ex)
				.orElseGet(() -> new UnreadableException(
						isUnreadable(content) ? FindingCode.UNREADABLE_CONTAINER : wrongPassword()));
		}
		if (this.number == 0) {
			throw new UnreadableException(FindingCode.EMPTY_CONTAINER);
		}
		this.builder.note(FindingCode.PKCS12, place, this.builder.certificateCount() - certificates,
				this.builder.keyCount() - keys);
	}

	/**
	 * Adds the NULL parameters of the digest, which Windows omits: Bouncy Castle compares
	 * the identifier as a whole.
	 * @param file the file
	 * @return the file
	 */
	private static Pfx withRegularMac(Pfx file) {
		MacData mac = file.getMacData();
		if (mac == null || mac.getMac().getAlgorithmId().getParameters() != null
				|| mac.getIterationCount().bitLength() >= Integer.SIZE) {
			return file;
		}
		AlgorithmIdentifier digest = new AlgorithmIdentifier(mac.getMac().getAlgorithmId().getAlgorithm(),
				DERNull.INSTANCE);
		return new Pfx(file.getAuthSafe(), new MacData(new DigestInfo(digest, mac.getMac().getDigest()), mac.getSalt(),
				mac.getIterationCount().intValueExact()));
	}

	private static boolean isUnreadable(byte[] content) {
		try {
			new PKCS12PfxPdu(Pfx.getInstance(Asn1.readFirst(content))).getContentInfos();
			return false;
		}
		catch (RuntimeException ex) {
			return true;
		}
	}

	private FindingCode wrongPassword() {
		return this.decryptor.passphrase().isEmpty() ? FindingCode.PASSWORD_MISSING : FindingCode.WRONG_PASSWORD;
	}

	/**
	 * Returns the password that opens the file.
	 * @param file the file
	 * @return the password
	 * @throws UnreadableException if none does
	 * @throws PKCSException if it can't be tried
	 */
	private char[] password(PKCS12PfxPdu file) throws PKCSException {
		if (!file.hasMac()) {
			return this.decryptor.passphrase().content();
		}
		for (char[] candidate : this.decryptor.candidates()) {
			this.decryptor.budget().spend(cost(Pfx.getInstance(file.toASN1Structure()).getMacData()));
			if (file.isMacValid(macs(file), candidate)) {
				return candidate;
			}
		}
		throw new UnreadableException(wrongPassword());
	}

	private static PKCS12MacCalculatorBuilderProvider macs(PKCS12PfxPdu file) {
		return isPbmac1(file.getMacAlgorithmID())
				? new JcePKCS12MacCalculatorBuilderProvider().setProvider(BouncyCastle.provider())
				: new BcPKCS12MacCalculatorBuilderProvider(BcDefaultDigestProvider.INSTANCE);
	}

	private static boolean isPbmac1(AlgorithmIdentifier algorithm) {
		return PKCSObjectIdentifiers.id_PBMAC1.equals(algorithm.getAlgorithm());
	}

	private static DerivationCost cost(MacData mac) {
		AlgorithmIdentifier algorithm = mac.getMac().getAlgorithmId();
		return isPbmac1(algorithm)
				? DerivationCost.of(PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc())
				: DerivationCost.of(algorithm.getAlgorithm(), mac.getIterationCount(), mac.getSalt().length);
	}

	private void bags(ContentInfo info, InputDecryptorProvider decryptors, Place place) throws PKCSException {
		PKCS12SafeBagFactory factory = PKCSObjectIdentifiers.encryptedData.equals(info.getContentType())
				? new PKCS12SafeBagFactory(info, decryptors) : new PKCS12SafeBagFactory(info);
		for (PKCS12SafeBag bag : factory.getSafeBags()) {
			read(bag, decryptors, place);
		}
	}

	private void read(PKCS12SafeBag bag, InputDecryptorProvider decryptors, Place place) {
		if (this.builder.isFull()) {
			return;
		}
		Object value = bag.getBagValue();
		Place at = place.at(this.number + 1, 0);
		if (value instanceof X509CertificateHolder certificate) {
			this.number++;
			this.builder.certificate(Asn1.encode(certificate.toASN1Structure()), at);
		}
		else if (value instanceof PrivateKeyInfo key) {
			this.number++;
			this.builder.key(Asn1.encode(key), Optional.empty(), at);
		}
		else if (value instanceof PKCS8EncryptedPrivateKeyInfo key) {
			this.number++;
			this.builder.key(this.decryptor.decrypt(key, decryptors), Optional.empty(), at);
		}
	}

}
