package dev.certdeck.tencent.v3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.UploadResult;
import dev.certdeck.tencent.Parallel;
import dev.certdeck.tencent.wire.CertificateReader;
import dev.certdeck.tencent.wire.Dialect;
import dev.certdeck.tencent.wire.Reply;
import dev.certdeck.tencent.wire.Scan;
import dev.certdeck.tencent.wire.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The store of certificates behind {@code DescribeCertificates},
 * {@code UploadCertificate} and {@code DeleteCertificate}.
 */
class V3CertificateStore implements CertificateStore {

	private static final String TOTAL = "TotalCount";

	private static final int LARGEST_PAGE = 1000;

	private final V3Client client;

	private final Scan<Certificate> list;

	private final Scan<Certificate> found = new Scan<>(LARGEST_PAGE, (certificate) -> certificate.id().value());

	private final DeleteTasks tasks;

	private final CertificateReader certificates = new CertificateReader(Dialect.V3);

	/**
	 * Creates the store.
	 * @param client calls the cloud
	 * @param parallel makes several calls at once
	 * @param pageSize how many certificates to ask for at once, absent for the most that
	 * the API allows
	 */
	V3CertificateStore(V3Client client, Parallel parallel, @Nullable Integer pageSize) {
		this.client = client;
		this.list = new Scan<>(Objects.requireNonNullElse(pageSize, LARGEST_PAGE),
				(certificate) -> certificate.id().value(), parallel);
		this.tasks = new DeleteTasks(client);
	}

	@Override
	public CertificateList list(Progress progress) {
		return list(this.list.read((number, offset, size) -> {
			Slice<Certificate> slice = slice(page(offset, size)).atMost(size);
			return (number == 1) ? slice.orUnintelligible() : slice;
		}, progress));
	}

	@Override
	public CertificateList search(String text) {
		return list(this.found.exact((number, offset, size) -> {
			Map<String, Object> parameters = page(offset, size);
			parameters.put("SearchKey", text);
			return slice(parameters);
		}));
	}

	@Override
	public Optional<Certificate> find(CertificateId id) {
		try {
			return slice(Map.of("CertIds", List.of(id.value()), "Limit", LARGEST_PAGE))
				.find((certificate) -> certificate.id().equals(id));
		}
		catch (CloudException ex) {
			return ifNotFound(ex, Optional.empty());
		}
	}

	/**
	 * Reads the chain of an issued certificate from {@code DescribeCertificateDetail},
	 * the only action that returns it. The private key in its answer is ignored.
	 */
	@Override
	public Optional<CertificateWithChain> read(CertificateId id) {
		Optional<Certificate> found = find(id);
		if (found.isEmpty() || found.get().validity() == null) {
			return found.map((certificate) -> new CertificateWithChain(certificate, null));
		}
		try {
			Reply reply = this.client.read("DescribeCertificateDetail", Map.of("CertificateId", id.value()));
			String chain = reply.requiredText(reply.body(), "CertificatePublicKey");
			return Optional.of(new CertificateWithChain(found.get(), chain.isBlank() ? null : chain));
		}
		catch (CloudException ex) {
			return ifNotFound(ex, Optional.empty());
		}
	}

	@Override
	public UploadResult upload(CertificateUpload upload) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("CertificatePublicKey", upload.chain());
		if (upload.type() == CertificateType.SVR && upload.privateKey() != null) {
			parameters.put("CertificatePrivateKey", upload.privateKey());
		}
		parameters.put("CertificateType", upload.type().name());
		if (!upload.alias().isEmpty()) {
			parameters.put("Alias", upload.alias());
		}
		parameters.put("Repeatable", false);
		Reply reply = this.client.write("UploadCertificate", parameters);
		boolean repeated = !reply.plainText(reply.body(), "RepeatCertId").isBlank();
		return new UploadResult(id(reply, repeated ? "RepeatCertId" : "CertificateId"), repeated);
	}

	/**
	 * Asks for a deletion that looks for bound resources first, which makes it a task:
	 * without {@code IsCheckResource} API 3.0 deletes certificates that are in use.
	 */
	@Override
	public DeletionProgress delete(CertificateId id) {
		try {
			Reply reply = this.client.write("DeleteCertificate",
					Map.of("CertificateId", id.value(), "IsCheckResource", true));
			String task = reply.plainText(reply.body(), "TaskId");
			if (!task.isBlank()) {
				return new DeletionProgress.Running(task);
			}
			if (Boolean.TRUE.equals(reply.body().flag("DeleteResult"))) {
				return new DeletionProgress.Done();
			}
			throw reply.unintelligible("neither a task nor a result");
		}
		catch (CloudException ex) {
			return ifNotFound(ex, new DeletionProgress.Done());
		}
	}

	@Override
	public DeletionProgress follow(CertificateId id, String task) {
		return this.tasks.progress(task);
	}

	private Slice<Certificate> slice(Map<String, Object> parameters) {
		Reply reply = this.client.read("DescribeCertificates", parameters);
		return Slice.of(reply, reply.items(reply.body(), "Certificates", TOTAL), reply.count(reply.body(), TOTAL),
				this.certificates::read);
	}

	private static CertificateList list(Scan.Whole<Certificate> whole) {
		return new CertificateList(whole.rows(), whole.unreadable(), whole.exact());
	}

	private static Map<String, Object> page(int offset, int limit) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("Offset", offset);
		parameters.put("Limit", limit);
		return parameters;
	}

	private static CertificateId id(Reply reply, String field) {
		return CertificateId.parse(reply.plainText(reply.body(), field))
			.orElseThrow(() -> reply.unintelligible("'%s' is no id".formatted(field)));
	}

	private static <T> T ifNotFound(CloudException failure, T value) {
		if (failure.reason() == Reason.NOT_FOUND) {
			return value;
		}
		throw failure;
	}

}
