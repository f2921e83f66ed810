package dev.certdeck.sandbox.v3;

import java.util.Map;

import dev.certdeck.sandbox.cloud.CertificatePage;
import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Oddity;
import org.jspecify.annotations.Nullable;

/**
 * The actions of ssl that read certificates: DescribeCertificates and
 * DescribeCertificateDetail.
 */
class CertificateReads {

	private static final Oddity.Names NAMES = new Oddity.Names("CertificateId", "CertBeginTime", "CertEndTime");

	private final Cloud cloud;

	private final CertificateFields fields;

	CertificateReads(Cloud cloud) {
		this.cloud = cloud;
		this.fields = new CertificateFields(cloud::now);
	}

	Map<String, Object> list(CertificateSearch search) {
		CertificatePage page = this.cloud.list(search.filter(this.fields), search.order(), search.from(),
				search.most());
		return Map.of("TotalCount", page.total(), "Certificates", page.certificates().stream().map(this::row).toList());
	}

	private @Nullable Map<String, Object> row(HeldCertificate certificate) {
		return this.cloud.oddities().in(certificate.id(), this.fields.listed(certificate), NAMES);
	}

	Map<String, Object> detail(One one) {
		String id = V3Exception.required(one.certificateId(), "CertificateId");
		HeldCertificate certificate = V3Exception.translated(() -> this.cloud.find(id));
		return this.fields.detailed(certificate, this.cloud.material(certificate));
	}

	/**
	 * The parameters of DescribeCertificateDetail.
	 *
	 * @param certificateId its ID
	 */
	record One(@Nullable String certificateId) {

	}

}
