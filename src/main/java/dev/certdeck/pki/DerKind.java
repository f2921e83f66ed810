package dev.certdeck.pki;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * The kinds of ASN.1 values, by their structure.
 */
enum DerKind {

	CERTIFICATE, REQUEST, REVOCATION_LIST, PRIVATE_KEY, ENCRYPTED_KEY, PUBLIC_KEY, PKCS7, PKCS12, OTHER;

	private static final int RSA_PUBLIC_PARTS = 2;

	static DerKind of(ASN1Sequence value) {
		if (value.size() < 2) {
			return OTHER;
		}
		ASN1Encodable first = value.getObjectAt(0);
		ASN1Encodable second = value.getObjectAt(1);
		if (first instanceof ASN1ObjectIdentifier) {
			return (second instanceof ASN1TaggedObject) ? PKCS7 : OTHER;
		}
		if (first instanceof ASN1Integer) {
			return ofVersioned(value, second);
		}
		return (first instanceof ASN1Sequence content) ? ofSequence(value, content, second) : OTHER;
	}

	private static DerKind ofVersioned(ASN1Sequence value, ASN1Encodable second) {
		if (second instanceof ASN1Sequence content) {
			return (content.size() > 0 && value.size() > 2 && value.getObjectAt(2) instanceof ASN1OctetString)
					? PRIVATE_KEY : PKCS12;
		}
		if (second instanceof ASN1OctetString) {
			return PRIVATE_KEY;
		}
		if (second instanceof ASN1Integer) {
			return (value.size() > RSA_PUBLIC_PARTS) ? PRIVATE_KEY : PUBLIC_KEY;
		}
		return OTHER;
	}

	private static DerKind ofSequence(ASN1Sequence value, ASN1Sequence content, ASN1Encodable second) {
		if (second instanceof ASN1OctetString) {
			return ENCRYPTED_KEY;
		}
		if (second instanceof ASN1BitString) {
			return PUBLIC_KEY;
		}
		boolean signed = value.size() == 3 && second instanceof ASN1Sequence
				&& value.getObjectAt(2) instanceof ASN1BitString;
		return signed ? ofSigned(content) : OTHER;
	}

	/**
	 * Tells the three signed structures apart: a certificate has its public key after two
	 * names and a span of two times, a request after one name, and a list of revoked
	 * certificates has none.
	 * @param content the signed part
	 * @return the kind
	 */
	private static DerKind ofSigned(ASN1Sequence content) {
		int start = (content.size() > 0 && content.getObjectAt(0) instanceof ASN1TaggedObject) ? 1 : 0;
		if (content.size() >= start + 6 && content.getObjectAt(start) instanceof ASN1Integer
				&& isPublicKey(content.getObjectAt(start + 5))) {
			return CERTIFICATE;
		}
		return (content.size() >= 3 && isPublicKey(content.getObjectAt(2))) ? REQUEST : REVOCATION_LIST;
	}

	private static boolean isPublicKey(ASN1Encodable value) {
		return value instanceof ASN1Sequence sequence && sequence.size() == 2
				&& sequence.getObjectAt(1) instanceof ASN1BitString;
	}

}
