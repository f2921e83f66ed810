package dev.certdeck.pki.key;

import java.io.IOException;
import java.util.Arrays;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.jspecify.annotations.Nullable;

/**
 * A private key of Ed25519, Ed448, X25519 or X448 (RFC 8410). Those of the last two can't
 * sign.
 */
final class OctetKey implements PrivateKey {

	private final AsymmetricKeyParameter key;

	private final PublicKey publicKey;

	private final boolean consistent;

	OctetKey(KeyAlgorithm.Family family, PrivateKeyInfo info) {
		byte[] secret = ASN1OctetString.getInstance(Asn1.read(info.getPrivateKey().getOctets())).getOctets();
		this.key = switch (family) {
			case ED25519 -> new Ed25519PrivateKeyParameters(secret);
			case ED448 -> new Ed448PrivateKeyParameters(secret);
			case X25519 -> new X25519PrivateKeyParameters(secret);
			case X448 -> new X448PrivateKeyParameters(secret);
			default -> throw new UnsupportedKeyException(KeyAlgorithm.of(info.getPrivateKeyAlgorithm()));
		};
		byte[] derived = derive(this.key);
		this.publicKey = PublicKey.of(new AlgorithmIdentifier(info.getPrivateKeyAlgorithm().getAlgorithm()), derived);
		ASN1BitString stated = info.getPublicKeyData();
		this.consistent = stated == null || Arrays.equals(stated.getOctets(), derived);
	}

	private static byte[] derive(AsymmetricKeyParameter key) {
		try {
			return PrivateKeyInfoFactory.createPrivateKeyInfo(key).getPublicKeyData().getOctets();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("Not a key");
		}
	}

	@Override
	public PublicKey publicKey() {
		return this.publicKey;
	}

	@Override
	public boolean isConsistent() {
		return this.consistent;
	}

	@Override
	public boolean matches(PublicKey other) {
		Signer signer = signer();
		return (signer != null) ? Proof.bySignature(signer, this.key, other.key()) : this.publicKey.isSame(other);
	}

	private @Nullable Signer signer() {
		if (this.key instanceof Ed25519PrivateKeyParameters) {
			return new Ed25519Signer();
		}
		return (this.key instanceof Ed448PrivateKeyParameters) ? new Ed448Signer(new byte[0]) : null;
	}

}
