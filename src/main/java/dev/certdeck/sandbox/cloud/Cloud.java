package dev.certdeck.sandbox.cloud;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The certificates of the account and the resources that use them, with the rules of
 * uploads and deletions.
 */
public class Cloud {

	private final Holdings holdings;

	private final CertificateShelf shelf;

	private final DeletionRules deletionRules;

	private final KeyPairing keyPairing = new KeyPairing();

	private final Function<HeldCertificate, Material> materials;

	private final Clock clock;

	/**
	 * Creates the cloud.
	 * @param holdings what the account holds at first
	 * @param materials makes the chain and key of a certificate that was not uploaded
	 * @param cancelledDeletable whether a cancelled certificate can be deleted
	 * @param clock tells what has expired
	 */
	public Cloud(Holdings holdings, Function<HeldCertificate, Material> materials, boolean cancelledDeletable,
			Clock clock) {
		this.holdings = holdings;
		this.shelf = new CertificateShelf(holdings.certificates());
		this.materials = materials;
		this.deletionRules = new DeletionRules(cancelledDeletable);
		this.clock = clock;
	}

	public Instant now() {
		return this.clock.instant();
	}

	public Bindings bindings() {
		return this.holdings.bindings();
	}

	public Oddities oddities() {
		return this.holdings.oddities();
	}

	/**
	 * Lists certificates.
	 * @param query selects them
	 * @param order their order, {@code null} for the latest application first
	 * @param offset how many to skip
	 * @param limit how many to return at most
	 * @return the certificates, and how many there are in all
	 */
	public CertificatePage list(Predicate<HeldCertificate> query, @Nullable Comparator<HeldCertificate> order,
			long offset, int limit) {
		return this.shelf.page(query, order, offset, limit);
	}

	/**
	 * Finds a certificate.
	 * @param id its ID
	 * @return the certificate
	 * @throws RefusedException if there is none
	 */
	public HeldCertificate find(String id) {
		HeldCertificate certificate = this.shelf.find(id);
		if (certificate == null) {
			throw new RefusedException(Refusal.NOT_FOUND);
		}
		return certificate;
	}

	/**
	 * Returns the chain and key of a certificate.
	 * @param certificate the certificate
	 * @return the chain and key, {@code null} as long as nothing is issued
	 */
	public @Nullable Material material(HeldCertificate certificate) {
		if (certificate.validity() == null) {
			return null;
		}
		return (certificate.material() != null) ? certificate.material() : this.materials.apply(certificate);
	}

	/**
	 * Stores an uploaded certificate.
	 * @param upload the certificate and its key
	 * @return the ID of the certificate, which is that of an identical one if it must not
	 * be repeated
	 * @throws RefusedException if the certificate or the key can't be read, or they don't
	 * match
	 */
	public synchronized UploadResult upload(Upload upload) {
		UploadedChain chain = UploadedChain.read(upload.chain());
		if (upload.type() == CertificateType.SVR) {
			if (upload.key() == null || upload.key().isBlank()) {
				throw new RefusedException(Refusal.KEY_MISSING);
			}
			this.keyPairing.check(chain.leaf().getSubjectPublicKeyInfo(), upload.key());
		}
		return (upload.repeatable() ? Optional.<String>empty() : identical(chain))
			.map((id) -> new UploadResult(id, true))
			.orElseGet(() -> store(upload, chain));
	}

	private UploadResult store(Upload upload, UploadedChain chain) {
		Validity validity = chain.validity();
		HeldCertificate certificate = new HeldCertificate(this.holdings.ids().next(), Product.upload(chain.authority()),
				upload.type(), chain.names(), upload.alias(), Status.APPROVED, validity, validity.months(), now(),
				Project.DEFAULT, new Material(upload.chain(), upload.key()));
		this.shelf.add(certificate);
		return new UploadResult(certificate.id(), false);
	}

	private Optional<String> identical(UploadedChain chain) {
		Validity validity = chain.validity();
		Set<String> names = Set.copyOf(chain.names());
		return this.shelf.all()
			.filter((held) -> validity.equals(held.validity()) && names.equals(Set.copyOf(held.names())))
			.filter((held) -> chain.sameLeaf(Objects.requireNonNull(material(held)).chain()))
			.map(HeldCertificate::id)
			.findFirst();
	}

	/**
	 * Deletes a certificate.
	 * @param id the ID of the certificate
	 * @param regardlessOfUse whether to delete it even if a resource uses it
	 * @throws RefusedException if there is none, or the rules forbid it
	 */
	public synchronized void delete(String id, boolean regardlessOfUse) {
		HeldCertificate certificate = find(id);
		boolean bound = !regardlessOfUse && bindings().uses(id);
		Refusal refusal = this.deletionRules.refusal(certificate, bound, now());
		if (refusal != null) {
			throw new RefusedException(refusal);
		}
		this.shelf.remove(certificate);
	}

}
