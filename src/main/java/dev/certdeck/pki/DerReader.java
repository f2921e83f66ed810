package dev.certdeck.pki;

import java.util.Optional;

import dev.certdeck.pki.key.Asn1;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * Reads the binary form of certificates, keys and their containers.
 */
final class DerReader {

	private final ParsedInputBuilder builder;

	private final Decryptor decryptor;

	DerReader(ParsedInputBuilder builder, Decryptor decryptor) {
		this.builder = builder;
		this.decryptor = decryptor;
	}

	/**
	 * Reads a value of any kind.
	 * @param content any bytes
	 * @param place where they stand
	 * @param change the note to add for a certificate or a key
	 * @throws UnreadableException if it holds neither
	 */
	void read(byte[] content, Place place, FindingCode change) {
		byte[] value = withoutTail(content);
		switch (kindOf(value)) {
			case CERTIFICATE -> this.builder.certificate(value, place);
			case PRIVATE_KEY -> this.builder.key(value, Optional.empty(), place);
			case ENCRYPTED_KEY -> encryptedKey(value, place);
			case PKCS7 -> new Pkcs7Reader(this.builder).read(value, place);
			case PKCS12 -> new Pkcs12Reader(this.builder, this.decryptor).read(value, place);
			case REQUEST -> throw new UnreadableException(FindingCode.REQUEST);
			case REVOCATION_LIST -> throw new UnreadableException(FindingCode.REVOCATION_LIST);
			case PUBLIC_KEY -> throw new UnreadableException(FindingCode.PUBLIC_KEY);
			case OTHER -> throw other(content);
		}
		switch (kindOf(value)) {
			case CERTIFICATE, PRIVATE_KEY, ENCRYPTED_KEY -> this.builder.note(change, place);
			default -> {
			}
		}
	}

	private static UnreadableException other(byte[] content) {
		int stated = Asn1.statedLength(content);
		return (stated > content.length) ? new UnreadableException(FindingCode.CUT_OFF, content.length, stated)
				: new UnreadableException(FindingCode.BINARY);
	}

	void key(byte[] content, Optional<ASN1Encodable> curve, Place place) {
		if (kindOf(content) == DerKind.ENCRYPTED_KEY) {
			encryptedKey(content, place);
		}
		else {
			this.builder.key(content, curve, place);
		}
	}

	void legacyKey(PemBlock block, Optional<ASN1Encodable> curve, Place place) {
		decrypted(this.decryptor.decrypt(block.content(), block.encryption()), curve, place);
	}

	private void encryptedKey(byte[] content, Place place) {
		decrypted(this.decryptor.decrypt(content), Optional.empty(), place);
	}

	private void decrypted(byte[] content, Optional<ASN1Encodable> curve, Place place) {
		try {
			this.builder.key(content, curve, place);
		}
		catch (UnreadableException ex) {
			throw (kindOf(content) != DerKind.PRIVATE_KEY) ? new UnreadableException(FindingCode.WRONG_PASSPHRASE) : ex;
		}
		this.builder.note(FindingCode.DECRYPTED, place);
	}

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
