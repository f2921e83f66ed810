package dev.certdeck.upload.pem;

import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a private key by its content, whatever its block is called: PKCS#1 (RFC 8017),
 * PKCS#8 (RFC 5958) or SEC 1 (RFC 5915).
 */
final class KeyDecoder {

	private static final int RSA_PARTS = 9;

	private static final int DSA_PARTS = 6;

	private final byte[] content;

	private final Optional<ASN1Encodable> curveParameters;

	private KeyDecoder(byte[] content, Optional<ASN1Encodable> curveParameters) {
		this.content = content;
		this.curveParameters = curveParameters;
	}

	/**
	 * Decodes a key.
	 * @param content any bytes
	 * @param curveParameters what a block EC PARAMETERS before the key holds
	 * @return the key, or its algorithm if that is not supported
	 * @throws java.util.NoSuchElementException if an EC key names no curve
	 * @throws RuntimeException if the content is not a private key
	 */
	static Decoded decode(byte[] content, Optional<ASN1Encodable> curveParameters) {
		return new KeyDecoder(content, curveParameters).decode();
	}

	/**
	 * Tells whether content could be the beginning of a private key, which all forms
	 * begin with a sequence and a small integer.
	 * @param content any bytes
	 * @return {@code true} if it could
	 */
	static boolean isPlausible(byte[] content) {
		if (content.length < 3 || content[0] != 0x30) {
			return false;
		}
		int lengthOctets = (content[1] < 0) ? content[1] & 0x7f : 0;
		int first = 2 + lengthOctets;
		return lengthOctets <= 4 && first < content.length && content[first] == 2;
	}

	private Decoded decode() {
		ASN1Sequence sequence = ASN1Sequence.getInstance(Asn1.read(this.content));
		ASN1Encodable second = sequence.getObjectAt(1);
		if (second instanceof ASN1Sequence) {
			return decode(PrivateKeyInfo.getInstance(sequence));
		}
		if (second instanceof ASN1OctetString) {
			return (sequence.getObjectAt(0) instanceof ASN1Sequence) ? Decoded.ENCRYPTED
					: ec("EC PRIVATE KEY", ECPrivateKey.getInstance(sequence), null);
		}
		if (sequence.size() == DSA_PARTS) {
			return Decoded.unsupported(
					new KeyAlgorithm("DSA " + ASN1Integer.getInstance(second).getPositiveValue().bitLength(), false));
		}
		return rsa("RSA PRIVATE KEY", sequence);
	}

	private Decoded decode(PrivateKeyInfo info) {
		AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
		byte[] octets = info.getPrivateKey().getOctets();
		if (PKCSObjectIdentifiers.rsaEncryption.equals(algorithm.getAlgorithm())) {
			return rsa("PRIVATE KEY", ASN1Sequence.getInstance(Asn1.read(octets)));
		}
		if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())) {
			return ec("PRIVATE KEY", ECPrivateKey.getInstance(Asn1.read(octets)), algorithm.getParameters());
		}
		return Decoded.unsupported(KeyAlgorithm.other(algorithm));
	}

	private Decoded rsa(String label, ASN1Sequence sequence) {
		if (sequence.size() != RSA_PARTS) {
			throw new IllegalArgumentException("Not an RSA key of two primes");
		}
		requireVersion(sequence, 0);
		RsaPrivateHalf half = new RsaPrivateHalf(RSAPrivateKey.getInstance(sequence));
		KeyAlgorithm algorithm = half.publicHalf().algorithm();
		return algorithm.supported() ? new Decoded(algorithm, new PemKey(label, this.content, half))
				: Decoded.unsupported(algorithm);
	}

	private static void requireVersion(ASN1Sequence sequence, int version) {
		if (!ASN1Integer.getInstance(sequence.getObjectAt(0)).hasValue(version)) {
			throw new IllegalArgumentException("Not a version that is known");
		}
	}

	private Decoded ec(String label, ECPrivateKey key, @Nullable ASN1Encodable outer) {
		Optional<ASN1Encodable> stated = Optional.ofNullable(outer)
			.or(() -> Optional.ofNullable(key.getParametersObject()));
		ASN1Encodable parameters = stated.or(() -> this.curveParameters).orElseThrow();
		requireVersion(ASN1Sequence.getInstance(key), 1);
		KeyAlgorithm algorithm = KeyAlgorithm.ec(parameters);
		Optional<EcCurve> curve = EcCurve.find(parameters);
		if (!algorithm.supported() || curve.isEmpty()) {
			return Decoded.unsupported(algorithm);
		}
		byte[] encoded = stated.isPresent() ? this.content : withParameters(key, parameters, curve.get());
		return new Decoded(algorithm, new PemKey(label, encoded, new EcPrivateHalf(curve.get(), algorithm, key)));
	}

	private static byte[] withParameters(ECPrivateKey key, ASN1Encodable parameters, EcCurve curve) {
		return Asn1
			.encode(new ECPrivateKey(curve.domain().getN().bitLength(), key.getKey(), key.getPublicKey(), parameters));
	}

	/**
	 * What was decoded.
	 *
	 * @param algorithm the key's algorithm, absent if the key is encrypted
	 * @param key the key, absent if it is encrypted or its algorithm is not supported
	 */
	record Decoded(@Nullable KeyAlgorithm algorithm, @Nullable PemKey key) {

		static final Decoded ENCRYPTED = new Decoded(null, null);

		static Decoded unsupported(KeyAlgorithm algorithm) {
			return new Decoded(algorithm, null);
		}

	}

}
