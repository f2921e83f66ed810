package dev.certdeck.pki;

import java.util.HexFormat;
import java.util.Optional;

import javax.security.auth.x500.X500Principal;

import dev.certdeck.pki.key.Asn1;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * The name of a subject or an issuer.
 *
 * @param name the name as it was read
 * @param commonName the common name, if there is one that can be read
 * @param title the common name, else the whole name, cut if it is long
 * @param canonical the canonical form, equal for names that match whatever their encoding
 * (RFC 5280, section 7.1). It is computed once for each name, since comparing the parts
 * of two names takes quadratic time.
 */
record DistinguishedName(X500Name name, Optional<String> commonName, String title, String canonical) {

	private static final int LONGEST = 255;

	static DistinguishedName of(X500Name name) {
		Optional<String> commonName = commonName(name);
		return new DistinguishedName(name, commonName,
				commonName.filter((common) -> !common.isBlank())
					.map(DistinguishedName::abbreviate)
					.orElseGet(() -> whole(name)),
				canonical(name));
	}

	private static String abbreviate(String text) {
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST);
	}

	private static Optional<String> commonName(X500Name name) {
		try {
			return readCommonName(name);
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Reads the common name.
	 * @param name a name
	 * @return the last common name, if there is one
	 * @throws RuntimeException if its encoding is invalid
	 */
	static Optional<String> readCommonName(X500Name name) {
		RDN[] names = name.getRDNs(BCStyle.CN);
		return (names.length != 0) ? Optional.of(IETFUtils.valueToString(names[names.length - 1].getFirst().getValue()))
				: Optional.empty();
	}

	private static String whole(X500Name name) {
		try {
			return abbreviate(name.toString());
		}
		catch (RuntimeException ex) {
			return abbreviate(text(name));
		}
	}

	/**
	 * Writes the whole name in Bouncy Castle's notation.
	 * @return the name, cut if it is long
	 */
	String whole() {
		return whole(this.name);
	}

	/**
	 * Writes the whole name in the JDK's notation, if the JDK can read it.
	 * @return the name
	 */
	String text() {
		return text(this.name);
	}

	private static String text(X500Name name) {
		try {
			return new X500Principal(Asn1.encode(name)).toString();
		}
		catch (RuntimeException ex) {
			return name.toString();
		}
	}

	private static String canonical(X500Name name) {
		StringBuilder text = new StringBuilder();
		for (RDN part : name.getRDNs()) {
			text.append('/');
			for (AttributeTypeAndValue value : part.getTypesAndValues()) {
				text.append(value.getType().getId()).append('=').append(canonical(value)).append('\0');
			}
		}
		return text.toString();
	}

	private static String canonical(AttributeTypeAndValue value) {
		try {
			return IETFUtils.canonicalString(value.getValue());
		}
		catch (RuntimeException ex) {
			return HexFormat.of().formatHex(Asn1.encode(value));
		}
	}

}
