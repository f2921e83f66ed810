package dev.certdeck.tencent.v2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificatePage;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.HeldCertificate;

/**
 * The store of certificates behind {@code CertGetList}, {@code CertUpload} and
 * {@code CertDelete}.
 */
class V2CertificateStore implements CertificateStore {

	private static final String LIST = "CertGetList";

	private static final String NOT_FOUND = "5000";

	private static final int SEARCH_SIZE = 100;

	private final V2Client client;

	private final CertificateReader certificates = new CertificateReader();

	V2CertificateStore(V2Client client) {
		this.client = client;
	}

	@Override
	public CertificatePage list(int number, int size) {
		Slice<Certificate> slice = slice(page(number, size));
		return new CertificatePage(slice.rows(), slice.total());
	}

	@Override
	public List<Certificate> search(String text) {
		Scan<Certificate> scan = new Scan<>(SEARCH_SIZE, (certificate) -> certificate.id().value());
		return scan.all((number, offset, size) -> {
			Map<String, String> parameters = page(number, size);
			parameters.put("searchKey", text);
			return slice(parameters);
		});
	}

	@Override
	public Optional<HeldCertificate> find(CertificateId id) {
		try {
			Reply reply = this.client.read(CloudModule.WSS, LIST, Map.of("id", id.value(), "withCert", "1"));
			return rows(reply).stream()
				.filter((row) -> this.certificates.id(reply, row).equals(id))
				.findFirst()
				.map((row) -> held(reply, row));
		}
		catch (CloudException ex) {
			return ifNotFound(ex, Optional.empty());
		}
	}

	@Override
	public CertificateId upload(CertificateUpload upload) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("cert", upload.chain());
		parameters.put("certType", upload.type().name());
		if (upload.type() == CertificateType.SVR && upload.privateKey() != null) {
			parameters.put("key", upload.privateKey());
		}
		if (!upload.alias().isEmpty()) {
			parameters.put("alias", upload.alias());
		}
		Reply reply = this.client.write(CloudModule.WSS, "CertUpload", parameters);
		return this.certificates.id(reply, reply.data());
	}

	@Override
	public void delete(CertificateId id) {
		try {
			this.client.write(CloudModule.WSS, "CertDelete", Map.of("id", id.value()));
		}
		catch (CloudException ex) {
			ifNotFound(ex, id);
		}
	}

	private static Map<String, String> page(int number, int size) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("page", Integer.toString(number));
		parameters.put("count", Integer.toString(size));
		return parameters;
	}

	private Slice<Certificate> slice(Map<String, String> parameters) {
		Reply reply = this.client.read(CloudModule.WSS, LIST, parameters);
		List<Certificate> rows = rows(reply).stream().map((row) -> this.certificates.read(reply, row)).toList();
		return new Slice<>(reply, rows, total(reply));
	}

	private static List<Fields> rows(Reply reply) {
		Fields data = reply.data();
		return (data.isAbsent("list") && total(reply) == 0) ? List.of() : reply.rows(data, "list");
	}

	private static int total(Reply reply) {
		Fields data = reply.data();
		return data.isEmpty() ? 0 : reply.count(data, "totalNum");
	}

	private HeldCertificate held(Reply reply, Fields row) {
		String chain = row.text("cert");
		return new HeldCertificate(this.certificates.read(reply, row), chain.isBlank() ? null : chain);
	}

	private static <T> T ifNotFound(CloudException failure, T value) {
		if (failure.answer() != null && NOT_FOUND.equals(failure.answer().code())) {
			return value;
		}
		throw failure;
	}

}
