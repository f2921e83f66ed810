package dev.certdeck.security;

import java.util.List;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.UploadResult;

import org.springframework.context.annotation.Primary;

/**
 * The store of an account that holds nothing.
 */
@Primary
class EmptyStore implements CertificateStore {

	@Override
	public CertificateList list(Progress progress) {
		return new CertificateList(List.of(), 0, true);
	}

	@Override
	public CertificateList search(String text) {
		return new CertificateList(List.of(), 0, true);
	}

	@Override
	public Optional<Certificate> find(CertificateId id) {
		return Optional.empty();
	}

	@Override
	public Optional<CertificateWithChain> read(CertificateId id) {
		return Optional.empty();
	}

	@Override
	public UploadResult upload(CertificateUpload upload) {
		throw new UnsupportedOperationException();
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
