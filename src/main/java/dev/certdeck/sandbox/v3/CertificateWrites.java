package dev.certdeck.sandbox.v3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.certdeck.sandbox.cloud.CertificateType;
import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Upload;
import dev.certdeck.sandbox.cloud.UploadResult;
import dev.certdeck.sandbox.gateway.JsonObject;
import dev.certdeck.sandbox.task.DeletionTasks;
import org.jspecify.annotations.Nullable;

/**
 * The actions of ssl that change certificates: UploadCertificate, DeleteCertificate and
 * DeleteCertificates.
 */
class CertificateWrites {

	private final Cloud cloud;

	private final DeletionTasks deletions;

	CertificateWrites(Cloud cloud, DeletionTasks deletions) {
		this.cloud = cloud;
		this.deletions = deletions;
	}

	/**
	 * Stores a certificate. If it must not be repeated and is held already, both IDs of
	 * the answer are that of the certificate that is held, as in Tencent's own example.
	 * @param parameters the certificate and its key
	 * @return its ID
	 */
	Map<String, Object> upload(Uploaded parameters) {
		String chain = V3Exception.required(parameters.certificatePublicKey(), "CertificatePublicKey");
		Upload upload = new Upload(parameters.type(), chain, parameters.certificatePrivateKey(),
				(parameters.alias() != null) ? parameters.alias() : "", !Boolean.FALSE.equals(parameters.repeatable()));
		UploadResult result = V3Exception.translated(() -> this.cloud.upload(upload));
		return Map.of("CertificateId", result.id(), "RepeatCertId", result.repeated() ? result.id() : "");
	}

	/**
	 * Deletes a certificate: with a check as a task, without one at once and whatever
	 * uses it.
	 * @param parameters the certificate
	 * @return the number of the task, if there is one
	 */
	Map<String, Object> delete(Deleted parameters) {
		String id = V3Exception.required(parameters.certificateId(), "CertificateId");
		String task = Boolean.TRUE.equals(parameters.isCheckResource()) ? start(id) : null;
		if (task == null) {
			deleteUnchecked(id);
		}
		return JsonObject.of("DeleteResult", task == null, "TaskId", task);
	}

	private String start(String id) {
		HeldCertificate certificate = V3Exception.translated(() -> this.cloud.find(id));
		return this.deletions.start(certificate);
	}

	private void deleteUnchecked(String id) {
		V3Exception.translated(() -> {
			this.cloud.delete(id, true);
			return id;
		});
	}

	/**
	 * Deletes certificates; {@code IsSync} stands for the check, in spite of its name.
	 * @param parameters the certificates
	 * @return the result of each
	 */
	Map<String, Object> deleteAll(AllDeleted parameters) {
		List<String> ids = Lists.required(parameters.certificateIds(), "CertificateIds",
				"InvalidParameter.CertificatesNumberExceeded");
		List<String> deleted = new ArrayList<>();
		List<Map<String, Object>> failed = new ArrayList<>();
		List<Map<String, Object>> tasks = new ArrayList<>();
		for (String id : ids) {
			try {
				if (Boolean.TRUE.equals(parameters.isSync())) {
					tasks.add(Map.of("CertId", id, "TaskId", start(id)));
				}
				else {
					deleteUnchecked(id);
					deleted.add(id);
				}
			}
			catch (V3Exception ex) {
				failed.add(Map.of("CertId", id, "Msg", String.valueOf(ex.getMessage())));
			}
		}
		return Map.of("Success", deleted, "Fail", failed, "CertTaskIds", tasks);
	}

	/**
	 * The parameters of UploadCertificate. A password, a project and tags are ignored.
	 */
	@JsonIgnoreProperties({ "ProjectId", "CertificateUse", "Tags", "KeyPassword" })
	record Uploaded(@Nullable String certificatePublicKey, @Nullable String certificatePrivateKey,
			@Nullable String certificateType, @Nullable String alias, @Nullable Boolean repeatable) {

		CertificateType type() {
			return (this.certificateType == null || this.certificateType.isEmpty()) ? CertificateType.SVR
					: CertificateSearch.type(this.certificateType);
		}

		@Override
		public String toString() {
			return "Uploaded[alias=" + this.alias + "]";
		}

	}

	/**
	 * The parameters of DeleteCertificate.
	 */
	record Deleted(@Nullable String certificateId, @Nullable Boolean isCheckResource) {

	}

	/**
	 * The parameters of DeleteCertificates.
	 */
	record AllDeleted(@Nullable List<String> certificateIds, @Nullable Boolean isSync) {

	}

}
