package dev.certdeck.pki;

import java.util.NoSuchElementException;
import java.util.Optional;

import dev.certdeck.pki.key.DecodedKey;
import dev.certdeck.pki.key.KeyDecoder;
import dev.certdeck.pki.key.Pairing;
import dev.certdeck.pki.key.PublicKey;
import dev.certdeck.pki.key.UnsupportedKeyException;
import org.bouncycastle.asn1.ASN1Encodable;

/**
 * A private key that was read from a form.
 *
 * @param decoded the key
 * @param place where it stands
 */
public record ParsedKey(DecodedKey decoded, Place place) {

	private static final int MAXIMUM_LENGTH = 32 * 1024;

	static ParsedKey decode(byte[] content, Optional<ASN1Encodable> curve, Place place) {
		if (content.length > MAXIMUM_LENGTH) {
			throw new UnreadableException(FindingCode.UNREADABLE_KEY);
		}
		try {
			return new ParsedKey(KeyDecoder.decode(content, curve), place);
		}
		catch (UnsupportedKeyException ex) {
			throw new UnreadableException(FindingCode.UNSUPPORTED_KEY, ex.algorithm().name());
		}
		catch (NoSuchElementException ex) {
			throw new UnreadableException(FindingCode.CURVE_MISSING);
		}
		catch (RuntimeException ex) {
			throw new UnreadableException(FindingCode.UNREADABLE_KEY);
		}
	}

	/**
	 * Returns the public key that belongs to it.
	 * @return the public key
	 */
	public PublicKey publicKey() {
		return this.decoded.key().publicKey();
	}

	/**
	 * Tells whether the parts of the key fit each other.
	 * @return {@code false} if the key is damaged
	 */
	public boolean isConsistent() {
		return this.decoded.key().isConsistent();
	}

	/**
	 * Tries whether the key belongs to a certificate: the public keys are compared and a
	 * signature made with the key is verified with the certificate.
	 * @param certificate the certificate
	 * @return the result
	 */
	public Pairing pair(ParsedCertificate certificate) {
		return this.decoded.key().pair(certificate.key());
	}

	/**
	 * Writes the key, decrypted and in the form in which it came, with lines of 64
	 * characters.
	 * @return one block that ends with a line feed
	 */
	public String toPem() {
		return PemBlock.write(this.decoded.label(), this.decoded.encoded());
	}

}
