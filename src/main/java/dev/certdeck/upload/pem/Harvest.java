package dev.certdeck.upload.pem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.upload.key.KeyDecoder;
import dev.certdeck.upload.key.UnsupportedKeyException;
import org.bouncycastle.asn1.ASN1Encodable;

/**
 * Gathers what the readers find.
 */
final class Harvest {

	private static final int MAXIMUM_CERTIFICATES = 200;

	private static final int MAXIMUM_KEYS = 20;

	private static final int MAXIMUM_CHANGES = 200;

	private static final int MAXIMUM_FAULTS = 20;

	private static final int MAXIMUM_CERTIFICATE = 128 * 1024;

	private static final int MAXIMUM_KEY = 32 * 1024;

	private final WorkBudget budget;

	private final List<PemCertificate> certificates = new ArrayList<>();

	private final List<PemKey> keys = new ArrayList<>();

	private final List<Fault> faults = new ArrayList<>();

	private final Set<Change> changes = new LinkedHashSet<>();

	Harvest(WorkBudget budget) {
		this.budget = budget;
	}

	WorkBudget budget() {
		return this.budget;
	}

	/**
	 * Tells whether more than any real upload holds was found already, or the time is
	 * over and that was said.
	 * @return {@code true} if nothing more should be read
	 */
	boolean isFull() {
		return this.budget.isExhausted() || this.faults.size() >= MAXIMUM_FAULTS
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
	 * Takes a certificate.
	 * @param content its encoding
	 * @param origin where it stands
	 * @throws UnreadableException if it is none
	 */
	void certificate(byte[] content, Origin origin) {
		this.budget.requireTime();
		if (content.length > MAXIMUM_CERTIFICATE) {
			throw new UnreadableException(Fault.Code.CERTIFICATE_TOO_LARGE);
		}
		try {
			this.certificates.add(PemCertificate.read(content, origin));
		}
		catch (RuntimeException ex) {
			throw new UnreadableException(Fault.Code.UNREADABLE_CERTIFICATE);
		}
	}

	/**
	 * Takes a private key that is not encrypted. A damaged one is kept too, since what it
	 * was can still be told.
	 * @param content its encoding
	 * @param curve the curve of an EC key that does not name it itself
	 * @param origin where it stands
	 * @throws UnreadableException if it is none or damaged
	 */
	void key(byte[] content, Optional<ASN1Encodable> curve, Origin origin) {
		this.budget.requireTime();
		PemKey key = decode(content, curve, origin);
		this.keys.add(key);
		if (!key.isWhole()) {
			throw new UnreadableException(Fault.Code.DAMAGED_KEY);
		}
	}

	private static PemKey decode(byte[] content, Optional<ASN1Encodable> curve, Origin origin) {
		if (content.length > MAXIMUM_KEY) {
			throw new UnreadableException(Fault.Code.UNREADABLE_KEY);
		}
		try {
			return new PemKey(KeyDecoder.decode(content, curve), origin);
		}
		catch (UnsupportedKeyException ex) {
			throw new UnreadableException(Fault.Code.UNSUPPORTED_KEY, ex.algorithm().name());
		}
		catch (NoSuchElementException ex) {
			throw new UnreadableException(Fault.Code.CURVE_MISSING);
		}
		catch (RuntimeException ex) {
			throw new UnreadableException(Fault.Code.UNREADABLE_KEY);
		}
	}

	void fault(Fault fault) {
		if (this.faults.size() < MAXIMUM_FAULTS) {
			this.faults.add(fault);
		}
	}

	void change(Change change) {
		if (this.changes.size() < MAXIMUM_CHANGES) {
			this.changes.add(change);
		}
	}

	Material material() {
		return new Material(this.certificates, this.keys, this.faults, List.copyOf(this.changes));
	}

}
