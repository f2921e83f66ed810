package dev.certdeck.sandbox.v2;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.sandbox.cloud.CertificatePage;
import dev.certdeck.sandbox.cloud.CertificateQuery;
import dev.certdeck.sandbox.cloud.CertificateType;
import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Material;
import dev.certdeck.sandbox.cloud.Oddity;
import dev.certdeck.sandbox.cloud.Refusal;
import dev.certdeck.sandbox.cloud.RefusedException;
import dev.certdeck.sandbox.cloud.Upload;
import dev.certdeck.sandbox.gateway.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The actions of the module wss: CertGetList, CertUpload and CertDelete.
 */
class CertificateActions {

	private static final int DEFAULT_COUNT = 20;

	private static final Oddity.Names NAMES = new Oddity.Names("id", "certBeginTime", "certEndTime");

	private final Cloud cloud;

	private final int maxCount;

	CertificateActions(Cloud cloud, int maxCount) {
		this.cloud = cloud;
		this.maxCount = maxCount;
	}

	Map<String, Object> list(V2Parameters parameters) {
		int page = parameters.integer("page", 1, 1, Integer.MAX_VALUE);
		int asked = parameters.integer("count", DEFAULT_COUNT, 1, Integer.MAX_VALUE);
		boolean withCert = parameters.integer("withCert", 0, 0, 1) == 1;
		int count = Math.min(asked, this.maxCount);
		CertificatePage found = this.cloud.list(query(parameters), null, (page - 1L) * count, count);
		return V2Answer.data(JsonObject.of("totalNum", found.total(), "list",
				found.certificates().stream().map((held) -> item(held, withCert)).toList()));
	}

	private CertificateQuery query(V2Parameters parameters) {
		return new CertificateQuery(parameters.text("searchKey").orElse(null),
				parameters.text("certType").map(CertificateActions::type).orElse(null),
				parameters.text("id").orElse(null), parameters.text("altDomain").orElse(null));
	}

	private @Nullable Map<String, Object> item(HeldCertificate certificate, boolean withCert) {
		Map<String, Object> item = CertificateItem.of(certificate, this.cloud.now());
		if (withCert) {
			item.put("cert", Optional.ofNullable(this.cloud.material(certificate)).map(Material::chain).orElse(""));
		}
		return this.cloud.oddities().in(certificate.id(), item, NAMES);
	}

	Map<String, Object> upload(V2Parameters parameters) {
		String chain = parameters.required("cert");
		CertificateType type = type(parameters.required("certType"));
		Upload upload = new Upload(type, chain, parameters.text("key").orElse(null),
				parameters.find("alias").orElse(""), true);
		try {
			return V2Answer.data(Map.of("id", this.cloud.upload(upload).id()));
		}
		catch (RefusedException ex) {
			throw refused(ex.refusal());
		}
	}

	Map<String, Object> delete(V2Parameters parameters) {
		try {
			this.cloud.delete(parameters.required("id"), false);
			return V2Answer.data(List.of());
		}
		catch (RefusedException ex) {
			throw refused(ex.refusal());
		}
	}

	private static CertificateType type(String name) {
		return switch (name) {
			case "CA" -> CertificateType.CA;
			case "SVR" -> CertificateType.SVR;
			default -> throw V2Exception.illFormed("certType");
		};
	}

	private static V2Exception refused(Refusal refusal) {
		return switch (refusal) {
			case NOT_FOUND -> new V2Exception(5000, "ResourceNotFound", "(5000)" + refusal.text());
			case KEY_MISSING -> V2Exception.missing("key");
			case UNREADABLE_CERTIFICATE, UNREADABLE_KEY, MISMATCH -> V2Exception.invalid("(4000)" + refusal.text());
			default -> new V2Exception(5100, "ResourceOpFailed", "(5100)" + refusal.text());
		};
	}

}
