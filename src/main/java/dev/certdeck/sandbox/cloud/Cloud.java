package dev.certdeck.sandbox.cloud;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The account's part of the cloud: its certificates, what uses them, and the rules by
 * which they come and go.
 */
public class Cloud {

	private final CertificateShelf shelf;

	private final Bindings bindings;

	private final DeletionRules deletionRules;

	private final KeyPairing keyPairing = new KeyPairing();

	private final CertificateIds ids;

	private final Function<HeldCertificate, String> chains;

	private final Clock clock;

	/**
	 * Creates the cloud.
	 * @param certificates what the account holds at first
	 * @param bindings what uses the certificates
	 * @param ids makes the IDs of uploads
	 * @param chains makes the chain of a certificate that was not uploaded, as PEM
	 * @param cancelledDeletable whether a cancelled certificate can be deleted
	 * @param clock tells what has expired
	 */
	public Cloud(List<HeldCertificate> certificates, Bindings bindings, CertificateIds ids,
			Function<HeldCertificate, String> chains, boolean cancelledDeletable, Clock clock) {
		this.shelf = new CertificateShelf(certificates);
		this.bindings = bindings;
		this.ids = ids;
		this.chains = chains;
		this.deletionRules = new DeletionRules(cancelledDeletable);
		this.clock = clock;
	}

	public Instant now() {
		return this.clock.instant();
	}

	public Bindings bindings() {
		return this.bindings;
	}

	/**
	 * Looks certificates up.
	 * @param query which ones
	 * @param offset how many to skip
	 * @param limit how many at most
	 * @return the certificates and how many there are in all
	 */
	public CertificatePage list(CertificateQuery query, long offset, int limit) {
		return this.shelf.page(query, offset, limit);
	}

	/**
	 * The chain of a certificate as PEM, the leaf first.
	 * @param certificate the certificate
	 * @return the chain, or {@code null} as long as nothing was issued
	 */
	public @Nullable String chain(HeldCertificate certificate) {
		if (certificate.validity() == null) {
			return null;
		}
		return (certificate.chain() != null) ? certificate.chain() : this.chains.apply(certificate);
	}

	/**
	 * Stores an uploaded certificate; an identical one is stored once more.
	 * @param upload the certificate and its key
	 * @return the ID of the new certificate
	 * @throws RefusedException if the certificate or the key is unreadable, or the two
	 * are no pair
	 */
	public String upload(Upload upload) {
		UploadedChain chain = UploadedChain.read(upload.chain());
		if (upload.type() == CertificateType.SVR) {
			if (upload.key() == null || upload.key().isBlank()) {
				throw new RefusedException(Refusal.KEY_MISSING);
			}
			this.keyPairing.check(chain.leaf().getSubjectPublicKeyInfo(), upload.key());
		}
		HeldCertificate certificate = held(upload, chain);
		this.shelf.add(certificate);
		return certificate.id();
	}

	private HeldCertificate held(Upload upload, UploadedChain chain) {
		Validity validity = chain.validity();
		return new HeldCertificate(this.ids.next(), Product.UPLOAD, upload.type(), chain.names(), upload.alias(),
				Status.APPROVED, validity, validity.months(), now(), chain.authority(), Project.DEFAULT,
				upload.chain());
	}

	/**
	 * Deletes a certificate.
	 * @param id the ID of the certificate
	 * @throws RefusedException if there is none, or the rules forbid it
	 */
	public synchronized void delete(String id) {
		HeldCertificate certificate = this.shelf.find(id);
		if (certificate == null) {
			throw new RefusedException(Refusal.NOT_FOUND);
		}
		Refusal refusal = this.deletionRules.refusal(certificate, this.bindings.uses(id), now());
		if (refusal != null) {
			throw new RefusedException(refusal);
		}
		this.shelf.remove(certificate);
	}

}
