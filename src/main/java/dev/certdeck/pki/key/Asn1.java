package dev.certdeck.pki.key;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes ASN.1. Bouncy Castle bounds how deep values are nested.
 */
public final class Asn1 {

	private static final byte SEQUENCE = 0x30;

	private static final int LONGEST_LENGTH = 4;

	private Asn1() {
	}

	/**
	 * Reads content that is one value.
	 * @param content any bytes
	 * @return the value
	 * @throws IllegalArgumentException if it is not one value
	 */
	public static ASN1Primitive read(byte[] content) {
		return read(content, true);
	}

	/**
	 * Reads the first value of the content.
	 * @param content any bytes
	 * @return the value
	 * @throws IllegalArgumentException if it begins with no value
	 */
	public static ASN1Primitive readFirst(byte[] content) {
		return read(content, false);
	}

	private static ASN1Primitive read(byte[] content, boolean whole) {
		try (ASN1InputStream stream = new ASN1InputStream(content)) {
			ASN1Primitive value = stream.readObject();
			if (value != null && (!whole || stream.available() == 0)) {
				return value;
			}
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalArgumentException("Not ASN.1");
		}
		throw new IllegalArgumentException("Not one ASN.1 value");
	}

	/**
	 * Returns the length that the sequence at the start of the content states.
	 * @param content any bytes
	 * @return the length in bytes including its header, 0 if there is no sequence or it
	 * does not begin as certificates, keys and containers do: with a sequence, an integer
	 * or an object identifier
	 */
	public static int statedLength(byte[] content) {
		int octets = (content.length > 1 && content[1] < 0) ? content[1] & 0x7f : 0;
		int header = 2 + octets;
		if (content.length <= header || content[0] != SEQUENCE || octets > LONGEST_LENGTH || content[1] == -0x80
				|| content[header] != SEQUENCE && content[header] != 0x02 && content[header] != 0x06) {
			return 0;
		}
		long length = (octets != 0) ? new BigInteger(1, content, 2, octets).longValue() : content[1];
		return (length + header <= Integer.MAX_VALUE) ? (int) length + header : 0;
	}

	/**
	 * Encodes a value as it was read.
	 * @param value the value
	 * @return its encoding
	 */
	public static byte[] encode(ASN1Object value) {
		try {
			return value.getEncoded();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("Not ASN.1");
		}
	}

	/**
	 * Reads a time.
	 * @param time the time
	 * @return the instant, absent if it can't be read
	 */
	public static @Nullable Instant instant(Time time) {
		try {
			return time.getDate().toInstant();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

}
