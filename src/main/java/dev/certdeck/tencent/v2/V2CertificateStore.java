package dev.certdeck.tencent.v2;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.UploadResult;
import dev.certdeck.tencent.Parallel;
import dev.certdeck.tencent.wire.CertificateReader;
import dev.certdeck.tencent.wire.Dialect;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;
import dev.certdeck.tencent.wire.Scan;
import dev.certdeck.tencent.wire.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The store of certificates behind {@code CertGetList}, {@code CertUpload} and
 * {@code CertDelete}.
 */
class V2CertificateStore implements CertificateStore {

	private static final String LIST = "CertGetList";

	private static final String TOTAL = "totalNum";

	private static final String NOT_FOUND = "5000";

	private static final int LARGEST_PAGE = 100;

	private final V2Client client;

	private final Scan<Certificate> list;

	private final Scan<Certificate> found = new Scan<>(LARGEST_PAGE, (certificate) -> certificate.id().value());

	private final CertificateReader certificates = new CertificateReader(Dialect.V2);

	/**
	 * Creates the store.
	 * @param client calls the cloud
	 * @param parallel makes several calls at once
	 * @param pageSize how many certificates to ask for at once, absent for the most that
	 * the API allows
	 */
	V2CertificateStore(V2Client client, Parallel parallel, @Nullable Integer pageSize) {
		this.client = client;
		this.list = new Scan<>(Objects.requireNonNullElse(pageSize, LARGEST_PAGE),
				(certificate) -> certificate.id().value(), parallel);
	}

	@Override
	public CertificateList list(Progress progress) {
		return list(this.list.read((number, offset, size) -> {
			Slice<Certificate> slice = slice(page(number, size)).atMost(size);
			return (number == 1) ? slice.orUnintelligible() : slice;
		}, progress));
	}

	@Override
	public CertificateList search(String text) {
		return list(this.found.exact((number, offset, size) -> {
			Map<String, String> parameters = page(number, size);
			parameters.put("searchKey", text);
			return slice(parameters);
		}));
	}

	@Override
	public Optional<Certificate> find(CertificateId id) {
		return find(Map.of("id", id.value()), this.certificates::read, (certificate) -> certificate.id().equals(id));
	}

	@Override
	public Optional<CertificateWithChain> read(CertificateId id) {
		return find(Map.of("id", id.value(), "withCert", "1"), this::held,
				(held) -> held.certificate().id().equals(id));
	}

	private <T> Optional<T> find(Map<String, String> parameters, Function<Fields, Optional<T>> reader,
			Predicate<T> wanted) {
		try {
			return slice(parameters, reader).find(wanted);
		}
		catch (CloudException ex) {
			return ifNotFound(ex, Optional.empty());
		}
	}

	@Override
	public UploadResult upload(CertificateUpload upload) {
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
		return new UploadResult(this.certificates.id(reply, reply.part(reply.body(), "data")), false);
	}

	@Override
	public DeletionProgress delete(CertificateId id) {
		try {
			this.client.write(CloudModule.WSS, "CertDelete", Map.of("id", id.value()));
			return new DeletionProgress.Done();
		}
		catch (CloudException ex) {
			return ifNotFound(ex, new DeletionProgress.Done());
		}
	}

	/**
	 * Has nothing to follow: API 2.0 deletes at once, so that a task can only be one that
	 * was begun in API 3.0.
	 */
	@Override
	public DeletionProgress follow(CertificateId id, String task) {
		return find(id).isPresent() ? new DeletionProgress.Running(task) : new DeletionProgress.Done();
	}

	private static Map<String, String> page(int number, int size) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("page", Integer.toString(number));
		parameters.put("count", Integer.toString(size));
		return parameters;
	}

	private static CertificateList list(Scan.Whole<Certificate> whole) {
		return new CertificateList(whole.rows(), whole.unreadable(), whole.exact());
	}

	private Slice<Certificate> slice(Map<String, String> parameters) {
		return slice(parameters, this.certificates::read);
	}

	private <T> Slice<T> slice(Map<String, String> parameters, Function<Fields, Optional<T>> reader) {
		Reply reply = this.client.read(CloudModule.WSS, LIST, parameters);
		Fields data = reply.required("data");
		return Slice.of(reply, reply.items(data, "list", TOTAL), reply.count(data, TOTAL), reader);
	}

	/**
	 * Reads a row with its chain, which the row of an issued certificate must have.
	 * @param row the row
	 * @return the certificate, or nothing if it can't be read
	 */
	private Optional<CertificateWithChain> held(Fields row) {
		String chain = row.text("cert");
		return this.certificates.read(row)
			.filter((certificate) -> certificate.validity() == null || row.has("cert"))
			.map((certificate) -> new CertificateWithChain(certificate, chain.isBlank() ? null : chain));
	}

	private static <T> T ifNotFound(CloudException failure, T value) {
		if (NOT_FOUND.equals(failure.error().code())) {
			return value;
		}
		throw failure;
	}

}
