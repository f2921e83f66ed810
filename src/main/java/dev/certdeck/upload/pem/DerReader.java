package dev.certdeck.upload.pem;

import java.util.Optional;

import dev.certdeck.upload.key.Asn1;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * Reads the binary form of certificates, keys and their containers.
 */
final class DerReader {

	private final Harvest harvest;

	private final Opener opener;

	DerReader(Harvest harvest, Opener opener) {
		this.harvest = harvest;
		this.opener = opener;
	}

	/**
	 * Reads a value by what it is.
	 * @param content any bytes
	 * @param origin where they stand
	 * @param change what to say if it was a certificate or a key
	 * @throws UnreadableException if it is nothing that can be used
	 */
	void read(byte[] content, Origin origin, Change.Code change) {
		byte[] value = withoutTail(content);
		switch (kindOf(value)) {
			case CERTIFICATE -> this.harvest.certificate(value, origin);
			case PRIVATE_KEY -> this.harvest.key(value, Optional.empty(), origin);
			case ENCRYPTED_KEY -> encryptedKey(value, origin);
			case PKCS7 -> new Pkcs7Reader(this.harvest).read(value, origin);
			case PKCS12 -> new Pkcs12Reader(this.harvest, this.opener).read(value, origin);
			case REQUEST -> throw new UnreadableException(Fault.Code.REQUEST);
			case REVOCATION_LIST -> throw new UnreadableException(Fault.Code.REVOCATION_LIST);
			case PUBLIC_KEY -> throw new UnreadableException(Fault.Code.PUBLIC_KEY);
			case OTHER -> throw other(content);
		}
		switch (kindOf(value)) {
			case CERTIFICATE, PRIVATE_KEY, ENCRYPTED_KEY -> this.harvest.change(Change.of(change, origin));
			default -> {
			}
		}
	}

	private static UnreadableException other(byte[] content) {
		int whole = Asn1.lengthSaid(content);
		return (whole > content.length) ? new UnreadableException(Fault.Code.CUT_OFF, content.length, whole)
				: new UnreadableException(Fault.Code.BINARY);
	}

	/**
	 * Reads a private key.
	 * @param content any bytes
	 * @param curve the curve of an EC key that does not name it itself
	 * @param origin where it stands
	 * @throws UnreadableException if it can't be read
	 */
	void key(byte[] content, Optional<ASN1Encodable> curve, Origin origin) {
		if (kindOf(content) == DerKind.ENCRYPTED_KEY) {
			encryptedKey(content, origin);
		}
		else {
			this.harvest.key(content, curve, origin);
		}
	}

	/**
	 * Reads a private key under the encryption that headers of PEM describe.
	 * @param block the block
	 * @param curve the curve of an EC key that does not name it itself
	 * @param origin where it stands
	 * @throws UnreadableException if it can't be read
	 */
	void legacyKey(PemBlock block, Optional<ASN1Encodable> curve, Origin origin) {
		decrypted(this.opener.decrypt(block.content(), block.encryption()), curve, origin);
	}

	private void encryptedKey(byte[] content, Origin origin) {
		decrypted(this.opener.decrypt(content), Optional.empty(), origin);
	}

	private void decrypted(byte[] content, Optional<ASN1Encodable> curve, Origin origin) {
		try {
			this.harvest.key(content, curve, origin);
		}
		catch (UnreadableException ex) {
			throw (kindOf(content) != DerKind.PRIVATE_KEY) ? new UnreadableException(Fault.Code.WRONG_PASSPHRASE) : ex;
		}
		this.harvest.change(Change.of(Change.Code.DECRYPTED, origin));
	}

	/**
	 * Tells what content is.
	 * @param content any bytes
	 * @return the kind, {@code OTHER} if it is no ASN.1
	 */
	static DerKind kindOf(byte[] content) {
		try {
			ASN1Primitive value = Asn1.readFirst(content);
			return (value instanceof ASN1Sequence sequence) ? DerKind.of(sequence) : DerKind.OTHER;
		}
		catch (RuntimeException ex) {
			return DerKind.OTHER;
		}
	}

	private static byte[] withoutTail(byte[] content) {
		int end = content.length;
		while (end > 0 && (content[end - 1] == 0 || content[end - 1] == '\n' || content[end - 1] == '\r')) {
			end--;
		}
		byte[] shortened = java.util.Arrays.copyOf(content, end);
		return (kindOf(content) == DerKind.OTHER) ? shortened : content;
	}

}
