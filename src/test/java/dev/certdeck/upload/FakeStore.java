package dev.certdeck.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateDetails;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificatePage;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.HeldCertificate;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.Receipt;
import dev.certdeck.upload.pem.PemCertificate;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory that fails when it is told to.
 */
class FakeStore implements CertificateStore {

	private static final CertificateDetails PARTICULARS = new CertificateDetails("", "upload", "", null, "", null, "",
			"", "", false, false, false, false, null);

	private final List<HeldCertificate> held = new ArrayList<>();

	final List<CertificateUpload> uploads = new ArrayList<>();

	@Nullable CloudException searchFailure;

	@Nullable CloudException uploadFailure;

	boolean losesUploads;

	boolean alreadyHeld;

	Runnable beforeUpload = () -> {
	};

	int searches;

	int unreadable;

	static CloudException failure(CloudException.Failure failure, boolean mayHaveTakenEffect) {
		return new CloudException(failure, new CloudException.Call("wss.example.com", "CertUpload"),
				(failure == CloudException.Failure.REFUSED)
						? new CloudException.Answer(CloudException.Reason.KEY_MISMATCH, "4000", "InvalidParameter",
								"certificate and key differ", "")
						: null,
				"it failed", mayHaveTakenEffect, null);
	}

	synchronized CertificateId hold(String chain) {
		PemCertificate leaf = PemCertificate.first(chain).orElseThrow();
		CertificateId id = new CertificateId("held%04d".formatted(this.held.size()));
		this.held.add(
				new HeldCertificate(
						new Certificate(id, CertificateType.SVR, "", leaf.names().get(0), leaf.names(),
								CertificateStatus.APPROVED, Plan.UPLOADED, leaf.validity(), null, "", PARTICULARS),
						chain));
		return id;
	}

	synchronized void empty() {
		this.held.clear();
	}

	@Override
	public int largestPage() {
		return 100;
	}

	@Override
	public CertificatePage list(int number, int size) {
		throw new UnsupportedOperationException();
	}

	@Override
	public synchronized CertificatePage search(String text) {
		this.searches++;
		if (this.searchFailure != null) {
			throw this.searchFailure;
		}
		List<Certificate> found = this.held.stream()
			.map(HeldCertificate::certificate)
			.filter((certificate) -> certificate.names().toString().contains(text))
			.toList();
		return new CertificatePage(found, found.size() + this.unreadable, this.unreadable);
	}

	@Override
	public Optional<Certificate> find(CertificateId id) {
		return read(id).map(HeldCertificate::certificate);
	}

	@Override
	public synchronized Optional<HeldCertificate> read(CertificateId id) {
		return this.held.stream().filter((certificate) -> certificate.certificate().id().equals(id)).findFirst();
	}

	@Override
	public synchronized Receipt upload(CertificateUpload upload) {
		this.beforeUpload.run();
		this.uploads.add(upload);
		CloudException failure = this.uploadFailure;
		boolean takes = failure == null || failure.mayHaveTakenEffect() && !this.losesUploads;
		CertificateId id = takes ? hold(upload.chain()) : new CertificateId("none");
		if (failure != null) {
			throw failure;
		}
		return new Receipt(id, this.alreadyHeld);
	}

	@Override
	public DeletionProgress delete(CertificateId id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public DeletionProgress follow(CertificateId id, String task) {
		throw new UnsupportedOperationException();
	}

}
