package dev.certdeck.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateDetails;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.UploadResult;
import dev.certdeck.pki.CertificateChain;
import dev.certdeck.pki.ParsedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory that fails when it is told to.
 */
class FakeStore implements CertificateStore {

	private static final CertificateDetails DETAILS = new CertificateDetails("", "upload", "", null, "", null, "", "",
			"", false, false, false, false, null);

	private final List<CertificateWithChain> held = new ArrayList<>();

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
		boolean refused = failure == CloudException.Failure.REFUSED;
		return new CloudException(new CloudException.Call("wss.example.com", "CertUpload"),
				new CloudError(failure, refused ? CloudException.Reason.KEY_MISMATCH : CloudException.Reason.OTHER,
						refused ? "4000" : "", "", "CertUpload on wss.example.com failed: it failed"),
				mayHaveTakenEffect, null);
	}

	synchronized CertificateId hold(String chain) {
		ParsedCertificate leaf = CertificateChain.read(chain).leaf().orElseThrow();
		List<DomainName> names = List.copyOf(leaf.names().all());
		CertificateId id = new CertificateId("held%04d".formatted(this.held.size()));
		this.held.add(new CertificateWithChain(new Certificate(id, CertificateType.SVR, "", names.get(0), names,
				CertificateStatus.APPROVED, Plan.UPLOADED, leaf.validity(), null, "", DETAILS), chain));
		return id;
	}

	synchronized void empty() {
		this.held.clear();
	}

	@Override
	public CertificateList list(Progress progress) {
		throw new UnsupportedOperationException();
	}

	@Override
	public synchronized CertificateList search(String text) {
		this.searches++;
		if (this.searchFailure != null) {
			throw this.searchFailure;
		}
		List<Certificate> found = this.held.stream()
			.map(CertificateWithChain::certificate)
			.filter((certificate) -> certificate.names().toString().contains(text))
			.toList();
		return new CertificateList(found, this.unreadable, true);
	}

	@Override
	public Optional<Certificate> find(CertificateId id) {
		return read(id).map(CertificateWithChain::certificate);
	}

	@Override
	public synchronized Optional<CertificateWithChain> read(CertificateId id) {
		return this.held.stream().filter((certificate) -> certificate.certificate().id().equals(id)).findFirst();
	}

	@Override
	public synchronized UploadResult upload(CertificateUpload upload) {
		this.beforeUpload.run();
		this.uploads.add(upload);
		CloudException failure = this.uploadFailure;
		boolean takes = failure == null || failure.mayHaveTakenEffect() && !this.losesUploads;
		CertificateId id = takes ? hold(upload.chain()) : new CertificateId("none");
		if (failure != null) {
			throw failure;
		}
		return new UploadResult(id, this.alreadyHeld);
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
