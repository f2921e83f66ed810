package dev.certdeck.pki;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.pki.key.Asn1;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Collects what the readers find.
 */
final class ParsedInputBuilder {

	private static final int MAXIMUM_CERTIFICATES = 200;

	private static final int MAXIMUM_KEYS = 20;

	private static final int MAXIMUM_NOTES = 200;

	private static final int MAXIMUM_PROBLEMS = 20;

	private static final int MAXIMUM_CERTIFICATE = 128 * 1024;

	private final WorkBudget budget;

	private final List<ParsedCertificate> certificates = new ArrayList<>();

	private final List<ParsedKey> keys = new ArrayList<>();

	private final List<Finding> problems = new ArrayList<>();

	private final Set<Finding> notes = new LinkedHashSet<>();

	ParsedInputBuilder(WorkBudget budget) {
		this.budget = budget;
	}

	WorkBudget budget() {
		return this.budget;
	}

	/**
	 * Tells whether more was found than any real upload holds, or the time is over and a
	 * problem says so.
	 * @return {@code true} if nothing more should be read
	 */
	boolean isFull() {
		return this.budget.isExhausted() || this.problems.size() >= MAXIMUM_PROBLEMS
				|| this.certificates.size() >= MAXIMUM_CERTIFICATES || this.keys.size() >= MAXIMUM_KEYS;
	}

	int count() {
		return this.certificates.size() + this.keys.size();
	}

	int certificateCount() {
		return this.certificates.size();
	}

	int keyCount() {
		return this.keys.size();
	}

	/**
	 * Adds a certificate.
	 * @param content its encoding
	 * @param place where it stands
	 * @throws UnreadableException if it is none
	 */
	void certificate(byte[] content, Place place) {
		this.budget.requireTime();
		if (content.length > MAXIMUM_CERTIFICATE) {
			throw new UnreadableException(FindingCode.CERTIFICATE_TOO_LARGE);
		}
		this.certificates.add(parse(content, place));
	}

	/**
	 * Parses a certificate, without what follows it in OpenSSL's TRUSTED CERTIFICATE.
	 * @param content its encoding
	 * @param place where it stands
	 * @return the certificate, whose names and validity can be read
	 */
	private static ParsedCertificate parse(byte[] content, Place place) {
		try {
			Certificate structure = Certificate.getInstance(Asn1.readFirst(content));
			DistinguishedName.readCommonName(structure.getSubject());
			DistinguishedName.readCommonName(structure.getIssuer());
			ParsedCertificate certificate = new ParsedCertificate(structure, place);
			Objects.requireNonNull(certificate.validity().from());
			Objects.requireNonNull(certificate.validity().until());
			return certificate;
		}
		catch (RuntimeException ex) {
			throw new UnreadableException(FindingCode.UNREADABLE_CERTIFICATE);
		}
	}

	/**
	 * Adds a private key that is not encrypted. A damaged one is kept as well, for its
	 * public key.
	 * @param content its encoding
	 * @param curve the curve of an EC key that does not name it itself
	 * @param place where it stands
	 * @throws UnreadableException if it is none or damaged
	 */
	void key(byte[] content, Optional<ASN1Encodable> curve, Place place) {
		this.budget.requireTime();
		ParsedKey key = ParsedKey.decode(content, curve, place);
		this.keys.add(key);
		if (!key.isConsistent()) {
			throw new UnreadableException(FindingCode.DAMAGED_KEY);
		}
	}

	void problem(Finding problem) {
		if (this.problems.size() < MAXIMUM_PROBLEMS) {
			this.problems.add(problem);
		}
	}

	void note(FindingCode code, Place place, Object... arguments) {
		if (this.notes.size() < MAXIMUM_NOTES) {
			this.notes.add(Finding.of(code, place, arguments));
		}
	}

	ParsedInput build() {
		return new ParsedInput(this.certificates, this.keys, this.problems, List.copyOf(this.notes));
	}

}
