package dev.certdeck.pki.key;

import java.math.BigInteger;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a private key by its content, whatever its label: PKCS#1 (RFC 8017), PKCS#8
 * (RFC 5958), SEC 1 (RFC 5915) or OpenSSL's form for DSA.
 */
public final class KeyDecoder {

	private static final AlgorithmIdentifier RSA = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption,
			DERNull.INSTANCE);

	private static final int RSA_PARTS = 9;

	private static final int DSA_PARTS = 6;

	private final byte[] content;

	private final Optional<ASN1Encodable> curveParameters;

	private KeyDecoder(byte[] content, Optional<ASN1Encodable> curveParameters) {
		this.content = content;
		this.curveParameters = curveParameters;
	}

	/**
	 * Decodes a key that is not encrypted.
	 * @param content any bytes
	 * @param curveParameters what a block EC PARAMETERS before the key holds
	 * @return the key
	 * @throws java.util.NoSuchElementException if an EC key names no curve
	 * @throws UnsupportedKeyException if the algorithm is not supported
	 * @throws RuntimeException if the content is not a private key
	 */
	public static DecodedKey decode(byte[] content, Optional<ASN1Encodable> curveParameters) {
		return new KeyDecoder(content, curveParameters).decode();
	}

	private DecodedKey decode() {
		ASN1Sequence sequence = ASN1Sequence.getInstance(Asn1.read(this.content));
		ASN1Encodable second = sequence.getObjectAt(1);
		if (second instanceof ASN1Sequence) {
			return decode(PrivateKeyInfo.getInstance(sequence));
		}
		if (second instanceof ASN1OctetString) {
			return ec("EC PRIVATE KEY", ECPrivateKey.getInstance(sequence), null);
		}
		return (sequence.size() != DSA_PARTS) ? rsa("RSA PRIVATE KEY", RSA, sequence) : dsa(sequence);
	}

	private DecodedKey decode(PrivateKeyInfo info) {
		KeyAlgorithm algorithm = KeyAlgorithm.of(info.getPrivateKeyAlgorithm());
		byte[] octets = info.getPrivateKey().getOctets();
		ASN1Encodable parameters = info.getPrivateKeyAlgorithm().getParameters();
		return switch (algorithm.family()) {
			case RSA -> rsa("PRIVATE KEY", RSA, ASN1Sequence.getInstance(Asn1.read(octets)));
			case RSA_PSS ->
				rsa("PRIVATE KEY", info.getPrivateKeyAlgorithm(), ASN1Sequence.getInstance(Asn1.read(octets)));
			case EC, SM2 -> ec("PRIVATE KEY", ECPrivateKey.getInstance(Asn1.read(octets)), parameters);
			case DSA -> pkcs8(new DsaKey(DSAParameter.getInstance(parameters),
					ASN1Integer.getInstance(Asn1.read(octets)).getValue(), null));
			case ED25519, ED448, X25519, X448 -> pkcs8(new OctetKey(algorithm.family(), info));
			case DH, OTHER -> throw new UnsupportedKeyException(algorithm);
		};
	}

	private DecodedKey pkcs8(PrivateKey key) {
		return new DecodedKey("PRIVATE KEY", this.content, key);
	}

	private DecodedKey rsa(String label, AlgorithmIdentifier algorithm, ASN1Sequence sequence) {
		if (sequence.size() != RSA_PARTS) {
			throw new IllegalArgumentException("Not an RSA key of two primes");
		}
		requireVersion(sequence, 0);
		return new DecodedKey(label, this.content, new RsaKey(algorithm, RSAPrivateKey.getInstance(sequence)));
	}

	private DecodedKey dsa(ASN1Sequence sequence) {
		requireVersion(sequence, 0);
		return new DecodedKey("DSA PRIVATE KEY", this.content,
				new DsaKey(new DSAParameter(integer(sequence, 1), integer(sequence, 2), integer(sequence, 3)),
						integer(sequence, 5), integer(sequence, 4)));
	}

	private static BigInteger integer(ASN1Sequence sequence, int index) {
		return ASN1Integer.getInstance(sequence.getObjectAt(index)).getValue();
	}

	private static void requireVersion(ASN1Sequence sequence, int version) {
		if (!ASN1Integer.getInstance(sequence.getObjectAt(0)).hasValue(version)) {
			throw new IllegalArgumentException("Not a version that is known");
		}
	}

	private DecodedKey ec(String label, ECPrivateKey key, @Nullable ASN1Encodable outer) {
		Optional<ASN1Encodable> stated = Optional.ofNullable(outer)
			.or(() -> Optional.ofNullable(key.getParametersObject()));
		ASN1Encodable parameters = stated.or(() -> this.curveParameters).orElseThrow();
		requireVersion(ASN1Sequence.getInstance(key), 1);
		EcCurve curve = EcCurve.find(parameters)
			.orElseThrow(() -> new UnsupportedKeyException(KeyAlgorithm.ec(parameters)));
		byte[] encoded = stated.isPresent() ? this.content : withParameters(key, parameters, curve);
		return new DecodedKey(label, encoded, new EcKey(curve, parameters, key));
	}

	private static byte[] withParameters(ECPrivateKey key, ASN1Encodable parameters, EcCurve curve) {
		return Asn1
			.encode(new ECPrivateKey(curve.domain().getN().bitLength(), key.getKey(), key.getPublicKey(), parameters));
	}

}
