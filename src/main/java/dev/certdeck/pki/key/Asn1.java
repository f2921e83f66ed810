package dev.certdeck.pki.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Reads ASN.1 with a bound on its nesting, since Bouncy Castle's reader recurses.
 */
public final class Asn1 {

	private static final int MAXIMUM_DEPTH = 32;

	private static final int CONSTRUCTED = 0x20;

	private static final int LONG_FORM = 0x80;

	private static final int SEQUENCE = 0x30;

	/**
	 * With which values certificates, keys and containers begin: a sequence, a number or
	 * an object identifier.
	 */
	private static final Set<Integer> FIRST_TAGS = Set.of(SEQUENCE, 0x02, 0x06);

	/**
	 * The length and end of a value in indefinite form (X.690, section 8.1.3.6).
	 */
	private static final int OPEN_END = -1;

	private final byte[] content;

	private final int[] ends = new int[MAXIMUM_DEPTH];

	private int depth;

	private int position;

	private Asn1(byte[] content) {
		this.content = content;
	}

	/**
	 * Reads the one value that the content is.
	 * @param content any bytes
	 * @return the value
	 * @throws IllegalArgumentException if it is not one value
	 */
	public static ASN1Primitive read(byte[] content) {
		int length = new Asn1(content).measure();
		if (length != content.length) {
			throw new IllegalArgumentException("More than one ASN.1 value");
		}
		return readFirst(content);
	}

	/**
	 * Reads the value with which the content begins.
	 * @param content any bytes
	 * @return the value
	 * @throws IllegalArgumentException if it begins with no value
	 */
	public static ASN1Primitive readFirst(byte[] content) {
		int length = new Asn1(content).measure();
		try (ASN1InputStream stream = new ASN1InputStream(new ByteArrayInputStream(content, 0, length), length)) {
			return stream.readObject();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("Not ASN.1");
		}
	}

	/**
	 * Tells how long the sequence with which the content begins says that it is.
	 * @param content any bytes
	 * @return the length with its header in bytes, 0 if there is no such sequence
	 */
	public static int lengthSaid(byte[] content) {
		try {
			Asn1 value = new Asn1(content);
			boolean sequence = value.next() == SEQUENCE;
			int length = value.length();
			int end = Math.addExact(length, value.position);
			return (sequence && length != OPEN_END && FIRST_TAGS.contains(value.next())) ? end : 0;
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return 0;
		}
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

	private int measure() {
		do {
			if (!closesOpenEnd()) {
				begin();
			}
			while (this.depth > 0 && this.position == this.ends[this.depth - 1]) {
				this.depth--;
			}
		}
		while (this.depth > 0);
		return this.position;
	}

	private void begin() {
		int tag = next();
		skipLongTag(tag);
		int length = length();
		boolean constructed = (tag & CONSTRUCTED) != 0;
		require(length != OPEN_END || constructed);
		int end = (length != OPEN_END) ? Math.addExact(length, this.position) : OPEN_END;
		require(end <= enclosingEnd());
		if (constructed) {
			require(this.depth < MAXIMUM_DEPTH);
			this.ends[this.depth++] = end;
		}
		else {
			this.position = end;
		}
	}

	private int enclosingEnd() {
		for (int level = this.depth - 1; level >= 0; level--) {
			if (this.ends[level] != OPEN_END) {
				return this.ends[level];
			}
		}
		return this.content.length;
	}

	private boolean closesOpenEnd() {
		if (this.depth == 0 || this.ends[this.depth - 1] != OPEN_END || this.position + 1 >= this.content.length
				|| this.content[this.position] != 0 || this.content[this.position + 1] != 0) {
			return false;
		}
		this.position += 2;
		this.depth--;
		return true;
	}

	private void skipLongTag(int tag) {
		if ((tag & 0x1f) == 0x1f) {
			while ((next() & LONG_FORM) != 0) {
				require(this.position < this.content.length);
			}
		}
	}

	private int length() {
		int first = next();
		if (first < LONG_FORM) {
			return first;
		}
		int octets = first - LONG_FORM;
		if (octets == 0) {
			return OPEN_END;
		}
		require(octets <= 4);
		int length = 0;
		for (int octet = 0; octet < octets; octet++) {
			require(length < 1 << 23);
			length = length << 8 | next();
		}
		return length;
	}

	private int next() {
		require(this.position < this.content.length);
		return this.content[this.position++] & 0xff;
	}

	private static void require(boolean condition) {
		if (!condition) {
			throw new IllegalArgumentException("Not ASN.1");
		}
	}

}
